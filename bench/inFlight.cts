import { subscribe } from 'node:diagnostics_channel';

/**
 * Watches how many requests of this process are under way.
 * @returns the most at the same time since it was asked last
 */
export function watchInFlight(): () => number {
	let now = 0;
	let most = 0;
	subscribe('http.client.request.start', () => {
		now += 1;
		most = Math.max(most, now);
	});
	subscribe('http.client.response.finish', () => {
		now -= 1;
	});
	return () => {
		const seen = most;
		most = now;
		return seen;
	};
}
