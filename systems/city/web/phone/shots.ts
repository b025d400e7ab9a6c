import { zoneInstant } from '../../../../app/web/client/clock.ts'
import type { Place } from '../../../../kernel/store/place.ts'
import { newKey, type Shot } from './queue/parcel.ts'

/** Longest side of what is sent, pixels: a plate can be read, and ten go through a bad line. */
const SIDE = 1600

/** A photo as it is sent: made smaller, and without what the camera wrote into it besides the picture. */
export async function shotOf(file: File, place: Place | undefined): Promise<Shot> {
  const blob = (await smaller(file).catch(() => undefined)) ?? file
  return {
    key: newKey(),
    blob,
    name: blob === file ? file.name : `${file.name.replace(/\.\w+$/, '')}.jpg`,
    takenAt: zoneInstant(file.lastModified || undefined),
    place,
  }
}

async function smaller(file: File): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/jpeg', 0.82))
}

/** Where the device is; undefined where it does not say. */
export const locate = (): Promise<Place | undefined> =>
  new Promise((done) => {
    if (!navigator.geolocation) return done(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        done({
          longitude: Number(coords.longitude.toFixed(6)),
          latitude: Number(coords.latitude.toFixed(6)),
        }),
      () => done(undefined),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
