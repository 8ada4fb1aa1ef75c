import { parseArgs } from 'node:util';

import { CONTROL_ROUTES } from './control.cts';
import type { LimiterShape } from './limiter.cts';
import { credentials, ids } from './seed.cts';
import { startSandbox } from './server.cts';

const SHAPES: readonly LimiterShape[] = ['tokenBucket', 'fixedWindow', 'slidingLog', 'off'];

const USAGE = `npm run sandbox -- [options]
  --port 8787             port to listen on
  --bookings 3            bookings to start with, up to 100000
  --limiter tokenBucket   ${SHAPES.join(', ')}
  --now <instant>         what time it is in there; the real time unless given
  --speed 1               how many times as fast as real time its clock runs
  --slot-cache 0          milliseconds that slot answers are given again for`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8787' },
			bookings: { type: 'string', default: '3' },
			limiter: { type: 'string', default: 'tokenBucket' },
			now: { type: 'string', default: new Date().toISOString() },
			speed: { type: 'string', default: '1' },
			'slot-cache': { type: 'string', default: '0' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(USAGE);
		return;
	}
	const limiter = SHAPES.find((shape) => shape === values.limiter);
	if (!limiter) throw new Error(`--limiter is one of ${SHAPES.join(', ')}`);
	const sandbox = await startSandbox({
		port: Number(values.port),
		seed: { bookings: Number(values.bookings) },
		limiter,
		now: values.now,
		speed: Number(values.speed),
		slotCacheMs: Number(values['slot-cache']),
	});
	console.log(greeting(sandbox.url));
	process.once('SIGINT', () => void sandbox.close());
}

function greeting(url: string): string {
	return `meetergo sandbox: ${url}/v4

Credentials (made up, good for nothing else)
  admin's token   ${credentials.adminToken}
  member's token  ${credentials.memberToken}
  platform key    ${credentials.platformKey}
  to act as       ${ids.admin}

Control routes
${CONTROL_ROUTES.map((route) => `  ${route}`).join('\n')}

Ctrl-C ends it.`;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
