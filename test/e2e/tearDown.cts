import { running } from './shared.cts';

export default async function tearDown(): Promise<void> {
	await running.instance?.stop();
}
