const MEBIBYTE = 1024 * 1024;

/** No program that somebody typed to learn computes longer, whatever its exercise allows a slow browser. */
export const COMPUTING_LIMIT_MS = 5_000;

/** Past this by the wall's clock the machine is too busy for anything to be told of a program. */
export const WALL_LIMIT_MS = 30_000;

/** A program gets what its exercise allows, up to this. */
export const PROGRAM_MEMORY_BYTES = 256 * MEBIBYTE;

/** The engine's memory never grows past this: a program's, and the engine's own tables beside it. */
export const ENGINE_MEMORY_BYTES = PROGRAM_MEMORY_BYTES + 64 * MEBIBYTE;

/** For the child's own code, and the texts it takes out of the engine. */
export const HEAP_MEBIBYTES = 96;

/** More than the evidence of any exercise. */
export const REPORT_LIMIT_CHARACTERS = 1_000_000;

/** A child that is not ready by then will not be: starting one takes a quarter of a second on a busy machine. */
export const START_TIMEOUT_MS = 20_000;

/** Submissions that wait for a child; one more is turned away. */
export const WAITING_LIMIT = 24;

/** A server that is told to end lets what it has begun compute so much longer: most programs are done by then. */
export const STOP_PATIENCE_MS = 2_000;
