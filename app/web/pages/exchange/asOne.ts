/** The files that make a Shapefile together. */
const PARTS = /\.(shp|dbf|prj|cpg|shx)$/i

/**
 * What is sent of the files that a person chose: the parts of a Shapefile as one .zip, else the first file.
 * @returns undefined of none
 */
export async function asOne(files: readonly File[]): Promise<File | undefined> {
  const parts = files.filter(({ name }) => PARTS.test(name))
  const shape = parts.find(({ name }) => /\.shp$/i.test(name))
  if (!shape || parts.length < 2) return files[0]
  const { default: Zip } = await import('jszip')
  const zip = new Zip()
  for (const part of parts) zip.file(part.name, part.arrayBuffer())
  return new File([await zip.generateAsync({ type: 'blob' })], shape.name.replace(/shp$/i, 'zip'))
}
