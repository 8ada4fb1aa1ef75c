import type { Meter } from '../../../../nodes/Meetergo/transport/limiter/meter';
import { type Lane, Queue } from '../../../../nodes/Meetergo/transport/limiter/queue';
import { fakeClock, stuckClock } from '../fakes.cts';

/** One place a second. */
class OneASecond implements Meter {
	readonly told: string[] = [];

	private freeAt = 0;

	waitMs(now: number): number {
		return Math.max(0, this.freeAt - now);
	}

	take(now: number): void {
		this.freeAt = now + 1000;
	}

	refused(sentAt: number, now: number, askedMs: number): void {
		this.told.push(`refused after ${now - sentAt}, ${askedMs}`);
	}

	accepted(sentAt: number, now: number): void {
		this.told.push(`accepted after ${now - sentAt}`);
	}
}

/** Names who was let through, and how many seconds after the start. */
function start(clock = fakeClock()) {
	const queue = new Queue(new OneASecond(), clock);
	const begin = clock.now();
	const log: string[] = [];
	const enter = async (name: string, lane: Lane, signal?: AbortSignal, patienceMs?: number) => {
		const isAdmitted = await queue.arrive(lane).take(signal, patienceMs);
		log.push(`${name} ${isAdmitted ? (clock.now() - begin) / 1000 : 'gone'}`);
	};
	return { queue, clock, log, enter };
}

it('lets through in the order of arrival', async () => {
	const { log, enter } = start();
	await Promise.all(['a', 'b', 'c'].map(async (name) => await enter(name, 'background')));
	expect(log).toEqual(['a 0', 'b 1', 'c 2']);
});

it('lets whoever waits in person overtake, in the order of arrival', async () => {
	const { log, enter } = start();
	await Promise.all([
		enter('first', 'background'),
		enter('second', 'background'),
		enter('person', 'urgent'),
		enter('third', 'background'),
		enter('agent', 'urgent'),
	]);
	expect(log).toEqual(['first 0', 'person 1', 'agent 2', 'second 3', 'third 4']);
});

it('lets a person overtake who arrives while others wait already', async () => {
	let arrive = async () => await Promise.resolve();
	let late: Promise<void> | undefined;
	const clock = fakeClock(() => (late ??= arrive()));
	const { log, enter } = start(clock);
	arrive = async () => await enter('person', 'urgent');
	await Promise.all(['a', 'b'].map(async (name) => await enter(name, 'background')));
	await late;
	expect(log).toEqual(['a 0', 'person 1', 'b 2']);
});

it('gives who comes back the place before those who arrived later', async () => {
	const { queue, log, enter } = start();
	const turn = queue.arrive('background');
	await turn.take();
	const others = [enter('second', 'background'), enter('third', 'background')];
	const again = turn.take().then(() => log.push('first again'));
	await Promise.all([...others, again]);
	expect(log).toEqual(['first again', 'second 2', 'third 3']);
});

describe('patience', () => {
	it('at an end means to try without a place', async () => {
		const { log, enter } = start();
		await enter('a', 'background');
		await enter('b', 'background', undefined, 400);
		expect(log).toEqual(['a 0', 'b 0.4']);
	});

	it('at an end goes before those who have more of it', async () => {
		const { log, enter } = start();
		await enter('a', 'background');
		await Promise.all([
			enter('b', 'background'),
			enter('c', 'urgent', undefined, 2000),
			enter('d', 'background', undefined, 500),
		]);
		expect(log).toEqual(['a 0', 'd 0.5', 'c 1.5', 'b 2.5']);
	});

	it('is of no use to the cancelled', async () => {
		const controller = new AbortController();
		const { log, enter } = start(fakeClock(() => controller.abort()));
		await enter('a', 'background');
		await Promise.all([
			enter('b', 'background', controller.signal, 250),
			enter('c', 'background', undefined, 300),
		]);
		expect(log).toEqual(['a 0', 'b gone', 'c 0.3']);
	});
});

it('tells the meter when what was refused or let through had been sent', async () => {
	const clock = fakeClock();
	const meter = new OneASecond();
	const turn = new Queue(meter, clock).arrive('background');
	await turn.take();
	clock.advance(70);
	turn.refused(3000);
	await turn.take();
	clock.advance(20);
	turn.accepted();
	expect(meter.told).toEqual(['refused after 70, 3000', 'accepted after 20']);
});

it('sleeps in short slices', async () => {
	const { clock, enter } = start();
	await Promise.all(['a', 'b'].map(async (name) => await enter(name, 'background')));
	expect(clock.sleeps).toEqual([250, 250, 250, 250]);
});

it('goes on where it was when the clock is set back', async () => {
	const { clock, log, enter } = start();
	await enter('a', 'background');
	clock.advance(-3_600_000);
	await enter('b', 'background');
	expect(log).toEqual(['a 0', 'b -3599']);
	expect(clock.sleeps).toHaveLength(4);
});

describe('cancellation', () => {
	it('ends the wait of the cancelled only', async () => {
		const controller = new AbortController();
		const clock = fakeClock(() => controller.abort());
		const { log, enter } = start(clock);
		await Promise.all([
			enter('a', 'background'),
			enter('b', 'background', controller.signal),
			enter('c', 'background'),
			enter('d', 'urgent', controller.signal),
		]);
		expect(log).toEqual(['a 0', 'd gone', 'b gone', 'c 1']);
	});

	it('ends a wait at once', async () => {
		const controller = new AbortController();
		const { log, enter } = start(stuckClock(controller));
		await enter('a', 'background');
		await enter('b', 'background', controller.signal);
		expect(log).toEqual(['a 0', 'b gone']);
	});

	it('takes no place', async () => {
		const { clock, log, enter } = start();
		await enter('a', 'background', AbortSignal.abort());
		await enter('b', 'background');
		expect(log).toEqual(['a gone', 'b 0']);
		expect(clock.sleeps).toEqual([]);
	});
});
