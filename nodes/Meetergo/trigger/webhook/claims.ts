/** An event that one delivery works on; whoever brings it meanwhile waits for how that ends. */
interface Claim {
	/** The event has started its workflow, or needs not to. */
	done(): void;
	/** Unless it is done it has come to nothing, and the next delivery of it counts. */
	release(): void;
}

type State = 'done' | Promise<void>;

/** The most events remembered for one trigger, and the most triggers. */
const EVENTS = 2000;
const TRIGGERS = 1000;

/**
 * What the triggers of this process have told, or are about to tell. n8n reads a trigger's static data anew for each
 * delivery, so deliveries that arrive together only meet here. Memory is bounded: the oldest goes first.
 */
export class Claims {
	private readonly triggers = new Map<string, Map<string, State>>();

	/** @returns `undefined` where the event has been told; decided before anything else can run */
	async claim(trigger: string, event: string): Promise<Claim | undefined> {
		const states = entry(this.triggers, trigger, () => new Map<string, State>(), TRIGGERS);
		for (;;) {
			const state = states.get(event);
			if (state === 'done') return undefined;
			if (state === undefined) break;
			await state;
		}
		let settle = () => {};
		const pending = new Promise<void>((resolve) => {
			settle = resolve;
		});
		entry(states, event, () => pending, EVENTS);
		return {
			done() {
				states.set(event, 'done');
				settle();
			},
			release() {
				if (states.get(event) === pending) states.delete(event);
				settle();
			},
		};
	}

	/** What a trigger has told, the oldest first. */
	told(trigger: string): string[] {
		const states = this.triggers.get(trigger) ?? [];
		return [...states].flatMap(([event, state]) => (state === 'done' ? [event] : []));
	}
}

/** The value of a key, made where it is missing; what is too much goes, the oldest first. */
function entry<T>(map: Map<string, T>, key: string, make: () => T, atMost: number): T {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	for (const oldest of map.keys()) {
		if (map.size <= atMost) break;
		map.delete(oldest);
	}
	return made;
}
