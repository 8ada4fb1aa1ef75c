const REDRAW_MS = 200;

/** Prints lines and, on a terminal, keeps one line below them that tells what is going on. */
export class LiveLine {
	private timer: NodeJS.Timeout | undefined;

	constructor(private readonly out: NodeJS.WriteStream) {}

	/** Shows what is going on, with the seconds since. Nothing without a terminal. */
	show(text: string): void {
		this.clear();
		if (!this.out.isTTY) return;
		const startedAt = Date.now();
		this.timer = setInterval(() => {
			const seconds = Math.round((Date.now() - startedAt) / 1000);
			this.out.write(`\r\x1b[2K${`${text} ... ${seconds} s`.slice(0, this.out.columns - 1)}`);
		}, REDRAW_MS);
	}

	print(text: string): void {
		this.clear();
		this.out.write(`${text}\n`);
	}

	clear(): void {
		if (this.timer === undefined) return;
		clearInterval(this.timer);
		this.timer = undefined;
		this.out.write('\r\x1b[2K');
	}
}
