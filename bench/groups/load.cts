import { kilobytesPerOperation, largestOperation } from '../../scripts/docs/formSize.cts';
import { askOnce } from '../child.cts';
import { msInFreshProcess } from '../freshProcess.cts';
import { figure } from '../messages.cts';
import type { Group } from '../row.cts';
import { inTurns, median } from '../statistics.cts';

/** What n8n has loaded before any node. */
const LOAD_BEFORE = "require('n8n-workflow'); require('luxon')";
const LOAD_NODE = "new (require('./dist/nodes/Meetergo/Meetergo.node.js').Meetergo)()";
/** In a bare process, because where n8n-workflow is, luxon is there already. */
const LOAD_LUXON = "require('luxon')";

/** What it costs n8n and its editor that the package is there. */
export const load: Group = {
	name: 'load',
	keys: [
		'load.requireRatio',
		'load.modulesAtBoot',
		'load.descriptionKBPerOperation',
		'load.largestOperationKB',
	],
	async measure({ quick, tell }) {
		const processes = quick ? 3 : 15;
		tell(`node and luxon, each in ${processes} fresh processes`);
		const times = await inTurns(
			{
				node: async () => await msInFreshProcess(LOAD_NODE, LOAD_BEFORE),
				luxon: async () => await msInFreshProcess(LOAD_LUXON),
			},
			processes,
		);
		const node = median(times.node);
		const luxon = median(times.luxon);
		tell('what n8n loads when it starts');
		const boot = await askOnce('boot', {});
		return [
			{
				key: 'load.requireRatio',
				what: 'Time to load the node, against loading luxon',
				goal: { atMost: 0.6 },
				value: node / luxon,
				compared: [
					{ key: 'load.nodeMs', what: 'node, ms', value: node },
					{ key: 'load.luxonMs', what: 'luxon, ms', value: luxon },
				],
			},
			{
				key: 'load.modulesAtBoot',
				what: 'Modules of the package that n8n loads when it starts',
				goal: { atMost: 0 },
				value: figure(boot, 'modules'),
				compared: [
					{
						key: 'load.modulesWhenUsed',
						what: 'when it is used',
						value: figure(boot, 'modulesWhenUsed'),
					},
				],
			},
			{
				key: 'load.descriptionKBPerOperation',
				what: 'Form, KB an operation',
				goal: { atMost: 1.5 },
				value: kilobytesPerOperation(),
				compared: [],
			},
			{
				key: 'load.largestOperationKB',
				what: `Largest form, KB (${largestOperation().name})`,
				goal: { atMost: 8 },
				value: largestOperation().kilobytes,
				compared: [],
			},
		];
	},
};
