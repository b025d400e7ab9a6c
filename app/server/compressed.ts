import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Beside what the registry of types says can be compressed. */
const TILES = /^application\/vnd\.mapbox-vector-tile\b/

/** Below this many bytes the packing costs more than the way. */
const LEAST_BYTES = 2048

/** What can be compressed is, for who takes it so: of the description of the zone a quarter goes over the line. */
export const compressAnswers = (server: FastifyInstance) =>
  server.register(compress, {
    // Packed anew for each that asks: the quick way, at less than its most.
    encodings: ['gzip', 'identity'],
    zlibOptions: { level: 4 },
    customTypes: TILES,
    threshold: LEAST_BYTES,
    globalDecompression: false,
  })
