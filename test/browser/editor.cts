import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { owner } from '../preparedN8n.cts';

const SIZE = { width: 1280, height: 800 };
/** Machines that run other things as well take their time to draw. */
const PATIENCE_MS = 60_000;
/** n8n's form answers a moment after it was asked. */
const SETTLED_MS = 700;

/** n8n's editor in a browser, as somebody sees it who is signed in. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens a browser, and signs in to the n8n at an address. */
	static async signIn(url: string): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const browser = await chromium.launch({
			executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
			args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
		});
		try {
			const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1 });
			page.setDefaultTimeout(PATIENCE_MS);
			await page.goto(`${url}/signin`);
			await page.locator('input[name=emailOrLdapLoginId]').fill(owner.email);
			await page.locator('input[name=password]').fill(owner.password);
			await page.getByTestId('form-submit-button').click();
			await page.waitForURL(/workflow/);
			return new Editor(browser, page, url);
		} catch (error) {
			await browser.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	/** A new workflow unless an id is given. */
	async openWorkflow(id = 'new'): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		const first = id === 'new' ? this.part('canvas-plus-button') : this.part('canvas-node').first();
		await first.waitFor();
		await this.settle();
	}

	/** What the panel of nodes offers for a search. */
	async search(text: string): Promise<string[]> {
		const bar = this.page.getByPlaceholder(/Search/).first();
		if (!(await this.part('node-creator').isVisible()))
			await this.part('canvas-plus-button').click();
		await bar.fill(text);
		await this.settle();
		return await this.part('node-creator-item-name').allInnerTexts();
	}

	/** Opens a node of the canvas, and brings all of its form into view. */
	async openNode(name: string): Promise<void> {
		// A click lands wherever the name of another node does not cover it.
		await this.node(name).dblclick({ force: true });
		await this.part('ndv').waitFor();
		await this.settle();
	}

	async closeNode(): Promise<void> {
		await this.part('ndv-close-button').click();
		await this.part('ndv').waitFor({ state: 'hidden' });
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);
	}

	field(name: string): Locator {
		return this.part(`parameter-input-${name}`).first();
	}

	async fill(name: string, text: string): Promise<void> {
		await this.field(name).locator('input').first().fill(text);
	}

	/** Chooses in a dropdown, several where it takes several. */
	async choose(dropdown: Locator, ...options: string[]): Promise<void> {
		for (const option of options) {
			await this.open(dropdown, option);
			await this.option(option).click();
			await this.settle();
		}
	}

	/** Tries again: where the form moves under the click, the list closes as soon as it has opened. */
	private async open(dropdown: Locator, option: string): Promise<void> {
		for (let tries = 0; tries < 3 && !(await this.option(option).isVisible()); tries += 1) {
			await dropdown.click();
			await this.settle();
		}
	}

	/** A choice of the dropdown that is open. */
	option(text: string): Locator {
		return this.page.locator('.el-select-dropdown__item:visible', { hasText: text }).first();
	}

	/** Opens the list of a locator. @returns what it offers for a search */
	async list(name: string, search = ''): Promise<string[]> {
		const bar = this.page.locator('[data-test-id=rlc-search]:visible');
		if (!(await bar.isVisible()))
			await this.part(`resource-locator-${name}`).getByTestId('rlc-input-container').click();
		await bar.locator('input').or(bar).first().fill(search);
		await this.settle();
		await this.listed().first().waitFor();
		return await this.listed().allInnerTexts();
	}

	async pick(name: string, text: string): Promise<void> {
		await this.list(name, text);
		await this.listed().filter({ hasText: text }).first().click();
		await this.settle();
	}

	private listed(): Locator {
		return this.page.locator('[data-test-id=rlc-item]:visible');
	}

	/** Runs the node that is open, and waits for what it gives. */
	async run(): Promise<void> {
		await this.part('node-execute-button').click();
		const told = this.page.locator('.el-notification');
		await told.first().waitFor();
		// A click while it still slides in is lost, and the pointer over it keeps it open.
		while ((await told.count()) > 0) {
			await this.settle();
			await told.locator('.el-notification__closeBtn').first().click({ force: true });
			await this.page.mouse.move(0, 0);
			await this.settle();
		}
	}

	/** Drags the form to the left, for tables. */
	async widenOutput(): Promise<void> {
		const grip = await this.part('panel-drag-button').boundingBox();
		if (grip === null) return;
		const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
		await this.page.mouse.move(x, y);
		await this.page.mouse.down();
		await this.page.mouse.move(x - 220, y, { steps: 8 });
		await this.page.mouse.up();
	}

	/** The text beside the form. */
	async output(): Promise<string> {
		return await this.part('output-panel').innerText();
	}

	/** Takes a picture where pictures are wanted. */
	async picture(name: string): Promise<void> {
		const folder = process.env.MEETERGO_PICTURES;
		if (folder === undefined || !existsSync(folder)) return;
		await this.page.mouse.move(0, 0);
		await this.settle();
		await this.page.screenshot({ path: join(folder, `${name}.png`) });
	}

	part(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	async settle(): Promise<void> {
		await this.page.waitForTimeout(SETTLED_MS);
	}
}
