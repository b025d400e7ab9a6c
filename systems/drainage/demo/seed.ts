/** The made-up network, what was found in it and what its sensors say all come from it. */
export const DEMO_SEED = 'gaoxin-drainage-1'
