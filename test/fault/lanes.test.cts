import type { INodeParameters } from 'n8n-workflow';
import type { Exchange } from '../../contract/validate.cts';
import { listSearch } from '../../engine/listSearch.cts';
import { ids, useStage, wire } from '../workflow/stage.cts';

/* While many items wait for the limit, a person or an agent who waits for an answer is served before them. */

const ITEMS = 40;
/** Requests of the items after which somebody else comes. */
const AFTER = 5;

let come = () => {};
let seen = 0;
const stage = useStage({
	forEachTest: true,
	nodeSpeed: 20,
	onExchange({ path }: Exchange) {
		if (path.endsWith('/user/me')) seen += 1;
		if (seen === AFTER) come();
	},
});
beforeEach(() => {
	seen = 0;
});

const credential = { requestsPerMinute: 60, burst: 1 };
const authentication = 'personalAccessToken';
const me: INodeParameters = {
	resource: 'user',
	operation: 'getMe',
	// All items wait in the queue from the start.
	options: { concurrency: ITEMS },
};

async function openDropdown(): Promise<void> {
	const { results } = await listSearch({
		method: 'searchMeetingTypes',
		parameters: { authentication },
		credentials: stage.credentialsOf(credential),
	});
	expect(results.length).toBeGreaterThan(0);
}

async function callTool(): Promise<void> {
	const { items } = await stage.run(
		{ resource: 'meetingType', operation: 'getAll' },
		{ type: 'n8n-nodes-meetergo.meetergoTool', credential },
	);
	expect(items.map(({ json }) => json.id)).toContain(ids.meetingTypes.oneToOne);
}

it.each([
	['a dropdown', openDropdown],
	['a tool', callTool],
])('%s does not wait for the items of a workflow', async (_who, ask) => {
	let asking: Promise<void> | undefined;
	come = () => {
		asking ??= ask();
	};
	const items = Array.from({ length: ITEMS }, () => ({}));
	const result = await stage.run(me, { items, credential });
	await asking;
	expect(result.items).toHaveLength(ITEMS);
	const order = wire(stage).map((line) => (line.includes('/meeting-type') ? 'urgent' : 'item'));
	expect(order.filter((one) => one === 'urgent')).toHaveLength(1);
	// In the order of arrival it would come last.
	expect(order.indexOf('urgent')).toBeLessThan(ITEMS / 2);
	expect(order.indexOf('urgent')).toBeGreaterThanOrEqual(AFTER);
});
