import { loadOptions } from '../../engine/loadOptions.cts';
import { type Authentication, bothCredentials, ids, useStage } from './stage.cts';

/* What fields offer that take several records. */

const stage = useStage();

async function offered(method: string, authentication: Authentication) {
	const credentials = stage.credentialsOf();
	return await loadOptions({ method, parameters: { authentication }, credentials });
}

describe.each(bothCredentials)('with %s', (authentication) => {
	it('meeting types are offered by name, with their length', async () => {
		const options = await offered('getMeetingTypes', authentication);
		expect(options.map(({ name }) => name)).toEqual([
			'Advice (30 min)',
			'Call back (30 min)',
			'Heat pump workshop (60 min)',
			'Newsletter interview (30 min)',
			'Retired offer (30 min)',
			'Sales call (30 min)',
			'Second opinion (30 min)',
			'Site survey (45 min)',
			'Team visit (30 min)',
		]);
		expect(options[0]).toEqual({ name: 'Advice (30 min)', value: ids.meetingTypes.durations });
	});

	it('hosts are offered by name, with their mail address', async () => {
		const options = await offered('getHosts', authentication);
		expect(options.map(({ name }) => name)).toEqual([
			'Aroha Ngata (aroha.ngata@example.org)',
			'James Whitfield (james.whitfield@example.org)',
			'Lena Okafor (lena.okafor@example.org)',
			'Mila Novak (mila.novak@example.org)',
			'Priya Raman (priya.raman@example.org)',
		]);
		expect(options[2]).toMatchObject({ value: ids.users.lena });
	});
});
