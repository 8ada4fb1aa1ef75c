import { askOnce } from '../child.cts';
import { figure } from '../messages.cts';
import type { Group } from '../row.cts';
import { withSandbox } from '../sandbox.cts';

/** What the node costs on top of what it stands on. */
export const overhead: Group = {
	name: 'overhead',
	keys: ['overhead.cpuRatio'],
	async measure({ quick, tell }) {
		const [count, repeats] = quick ? [250, 3] : [2000, 7];
		tell(`${count} requests each way, ${repeats} times`);
		return await withSandbox({}, async (sandbox) => {
			const answer = await askOnce('overhead', { url: sandbox.url, count, repeats });
			const node = figure(answer, 'node');
			const bare = figure(answer, 'bare');
			const plainAxios = figure(answer, 'axios');
			return [
				{
					key: 'overhead.cpuRatio',
					what: `CPU of ${count} requests, against a loop over n8n's helper`,
					goal: { atMost: 1.25 },
					value: node / bare,
					compared: [
						{
							key: 'overhead.cpuRatio.expression',
							what: 'both with an expression for each item',
							value: figure(answer, 'nodeWithExpression') / figure(answer, 'bareWithExpression'),
						},
						{ key: 'overhead.cpuRatio.axios', what: 'against axios', value: node / plainAxios },
						{ key: 'overhead.nodeMs', what: 'node, ms a request', value: node / count },
						{ key: 'overhead.bareMs', what: 'helper, ms a request', value: bare / count },
						{ key: 'overhead.axiosMs', what: 'axios, ms a request', value: plainAxios / count },
						{ key: 'overhead.atOnce', what: 'at once', value: figure(answer, 'atOnce') },
					],
				},
			];
		});
	},
};
