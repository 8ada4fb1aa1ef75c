import type { LimiterShape } from '../../sandbox/limiter.cts';
import { startSandbox, type Sandbox } from '../../sandbox/server.cts';
import { figure } from '../messages.cts';
import { serveTasks } from '../serveTasks.cts';

/* A sandbox in a process of its own, so that it does not share the CPU time of what is measured. */

const SHAPES: readonly LimiterShape[] = ['tokenBucket', 'fixedWindow', 'slidingLog', 'off'];

let running: Sandbox | undefined;

serveTasks(async (told) => {
	await running?.close();
	running = await startSandbox({
		limiter: SHAPES.find((shape) => shape === told.limiter) ?? 'off',
		speed: figure(told, 'speed'),
		seed: { bookings: figure(told, 'bookings') },
	});
	return { port: Number(new URL(running.url).port) };
});
