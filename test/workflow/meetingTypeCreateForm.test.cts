import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, throughErrorOutput } from './outcome.cts';
import { roofCheck, typesNamed } from './roofCheck.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const stored = () => typesNamed(stage, 'Roof check')[0];

describe('what cannot be', () => {
	it.each<[string, INodeParameters, string, string]>([
		[
			'101 spots',
			roofCheck({ spots: 101 }),
			'Spots',
			'must be a whole number from 1 to 100, but is "101".',
		],
		[
			'spots as a word',
			roofCheck({ spots: '={{ "many" }}' }),
			'Spots',
			'must be a whole number from 1 to 100, but is "many".',
		],
		[
			'481 minutes',
			roofCheck({}, { duration: 481 }),
			'Duration (Minutes)',
			'must be a whole number from 5 to 480, but is "481".',
		],
		[
			'a length among others',
			roofCheck({ allowedDurations: '15, 500' }),
			'Allowed Durations (Minutes)',
			'must hold whole numbers from 5 to 480, but holds "500".',
		],
		[
			'an unknown channel',
			roofCheck({}, { channel: '={{ "pigeon" }}' }),
			'Channel',
			expect.stringMatching(/^"pigeon" is not one of: alfaview, /),
		],
		[
			'an unknown channel among others',
			roofCheck({ allowedChannels: '={{ "phone, pigeon" }}' }),
			'Allowed Channels',
			expect.stringMatching(/^"pigeon" is not one of: /),
		],
		[
			'a slug with a space',
			roofCheck({ slug: 'roof check' }),
			'Slug',
			'may hold letters without accents, digits and dashes only.',
		],
		[
			'a redirect that is no address',
			roofCheck({ redirect: 'thanks' }),
			'Redirect To',
			'"thanks" is not a web address, which begins with https://.',
		],
		[
			'a schedule that is no ID',
			roofCheck({ scheduleId: byId('evenings') }),
			'Schedule',
			expect.stringMatching(/^"evenings" is no schedule ID/),
		],
		[
			'21 metadata',
			roofCheck({
				metadata: JSON.stringify(
					Object.fromEntries([...'abcdefghijklmnopqrstu'].map((key) => [key, '1'])),
				),
			}),
			'Metadata (JSON)',
			'takes 20 texts at most, but got 21.',
		],
		[
			'a long metadata',
			roofCheck({ metadata: JSON.stringify({ note: 'x'.repeat(501) }) }),
			'Metadata (JSON)',
			'"note" may have 500 characters at most, but has 501.',
		],
		['no name', roofCheck({}, { name: '={{ "" }}' }), 'Name', 'must not be empty.'],
	])('is refused before anything is asked: %s', async (_what, given, field, reason) => {
		const { error, details } = await throughErrorOutput(stage, given);
		expect(error.slice(0, field.length + 2)).toBe(`${field}: `);
		expect(error.slice(field.length + 2)).toEqual(reason);
		expect(details).toMatchObject({ code: 'invalidInput', parameter: field });
		expect(wire(stage)).toEqual([]);
	});

	it('is spots as a text with a number in it, which is taken', async () => {
		const result = await stage.run(roofCheck({ spots: '={{ "3" }}' }));
		expect(column(result, 'spots')).toEqual([3]);
	});

	it('is named when meetergo refuses it', async () => {
		stage.sandbox.faults.add({
			kind: 'status',
			method: 'POST',
			times: 2,
			status: 400,
			body: { statusCode: 400, message: ['meetingInfo.bufferBefore must not be greater than 60'] },
		});
		expect(await failingAlike(stage, roofCheck({ bufferBefore: 90 }))).toEqual(
			failed('Buffer Before (Minutes): meetergo refused the request', {
				httpCode: 400,
				code: 'requestRefused',
				parameter: 'Buffer Before (Minutes)',
			}),
		);
	});

	it('is a schedule of another company', async () => {
		const scheduleId = byId(ids.availabilities.ingrid);
		const { details } = await failingAlike(stage, roofCheck({ scheduleId }));
		expect(details).toMatchObject({ httpCode: 400, code: 'requestRefused' });
		expect(stored()).toBeUndefined();
	});
});
