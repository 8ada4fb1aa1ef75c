import { ClientRequest } from 'node:http';

/**
 * Makes this process live so many times as fast: its clock, its timers and the timeouts of its requests. A fault of
 * which the node gets over in 30 seconds takes one and a half then. Latency and computing stay what they are, so more
 * than about 20 would make them weigh too much.
 */
export function liveFaster(speed: number): void {
	const now = Date.now.bind(Date);
	const start = now();
	Date.now = () => Math.round(start + (now() - start) * speed);

	const slower = { apply: applyFaster(speed) };
	globalThis.setTimeout = new Proxy(globalThis.setTimeout, slower);
	const inherited = ClientRequest.prototype.setTimeout;
	ClientRequest.prototype.setTimeout = function setTimeout(timeout, callback) {
		return inherited.call(this, timeout / speed, callback);
	};
}

/** Of a timer's arguments the second is the time. */
function applyFaster(speed: number) {
	return (target: typeof setTimeout, self: unknown, args: readonly unknown[]): unknown => {
		const [callback, ms, ...rest] = args;
		return Reflect.apply(target, self, [callback, Number(ms ?? 0) / speed, ...rest]);
	};
}
