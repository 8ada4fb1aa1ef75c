import { createServer } from 'node:http';

it('passes, and leaves a server open', async () => {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	expect(server.listening).toBe(true);
});
