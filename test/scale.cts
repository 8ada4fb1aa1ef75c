/** Set by `npm run test:scale`, see `scripts/scale/main.mjs`. */
const isScaleRun = process.env.MEETERGO_TEST_SCALE === 'full';

/**
 * Which size of a test to take: the full one, which proves the scale, or the smallest one that can fail for the same reason.
 * `npm run test:scale` runs the suites that depend on this module, and no others.
 */
export function atScale<T>(full: T, small: T): T {
	return isScaleRun ? full : small;
}
