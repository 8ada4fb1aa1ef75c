import { listSearch } from '../../../engine/listSearch.cts';
import { mapperFields } from '../../../engine/mapperFields.cts';
import { testCredential } from '../../../engine/testCredential.cts';
import { startEchoServer, type EchoServer } from './echoServer.cts';
import { fixture } from './fixture.cts';

let server: EchoServer;

beforeAll(async () => {
	server = await startEchoServer();
});

afterAll(async () => await server.close());

const credentials = { fixtureFunctionApi: { key: 'secret' } };

describe('listSearch', () => {
	it('gives a method the form, the filter, the page and the credential', async () => {
		const list = await listSearch({
			...fixture,
			parameters: { text: 'word', credential: 'fixtureFunctionApi' },
			method: 'words',
			filter: 'a',
			paginationToken: 'page 1',
			credentials,
		});

		expect(list).toEqual({
			results: [{ name: 'word a', value: 'secret' }],
			paginationToken: 'after page 1',
		});
	});

	it('names a method the node does not have', async () => {
		const search = listSearch({ ...fixture, parameters: {}, method: 'colors' });

		await expect(search).rejects.toThrow('n8n-nodes-fixture.fixture has no list search "colors".');
	});
});

describe('mapperFields', () => {
	it('gives a method the form and the credential', async () => {
		const parameters = { text: 'word', credential: 'fixtureFunctionApi' };
		const { fields } = await mapperFields({
			...fixture,
			parameters,
			method: 'columns',
			credentials,
		});

		expect(fields).toMatchObject([{ id: 'word', displayName: 'secret' }]);
	});

	it('names a method the node does not have', async () => {
		const loading = mapperFields({ ...fixture, parameters: {}, method: 'rows' });

		await expect(loading).rejects.toThrow(
			'n8n-nodes-fixture.fixture has no resource mapping "rows".',
		);
	});
});

describe('testCredential', () => {
	const type = 'fixtureFunctionApi';
	const test = async (path: string, key = 'key') =>
		await testCredential({
			...fixture,
			type,
			data: { key, url: server.url + path },
		});

	it('succeeds on a good answer, with the request authenticated', async () => {
		expect(await test('')).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it('shows the text of the rule for the status', async () => {
		expect(await test('/status/401')).toEqual({
			status: 'Error',
			message: 'The key has expired',
		});
	});

	it('shows the status when no rule fits', async () => {
		expect(await test('/status/403')).toEqual({ status: 'Error', message: 'Forbidden' });
	});

	it('shows the text of the rule for the body', async () => {
		expect(await test('', 'locked')).toEqual({
			status: 'Error',
			message: 'The account is locked',
		});
	});

	it('shows the code of a network error', async () => {
		const result = await testCredential({
			...fixture,
			type,
			data: { key: 'key', url: 'http://127.0.0.1:1' },
		});

		expect(result).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
	});

	it('shows what authenticate refuses', async () => {
		expect(await test('', '')).toEqual({ status: 'Error', message: 'The key is empty' });
	});

	it('fails for a type without a test', async () => {
		expect(await testCredential({ ...fixture, type: 'fixtureGenericApi', data: {} })).toEqual({
			status: 'Error',
			message: 'No testing function found for this credential.',
		});
	});
});
