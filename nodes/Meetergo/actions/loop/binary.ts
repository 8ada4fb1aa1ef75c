import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Attachment } from '../output/told';

/** The binary data of an output item, where it has any. */
export async function binaryOf(
	context: IExecuteFunctions,
	files: readonly Attachment[],
): Promise<Pick<INodeExecutionData, 'binary'>> {
	if (files.length === 0) return {};
	const prepared = files.map(async ({ property, fileName, mimeType, text }) => {
		const data = await context.helpers.prepareBinaryData(Buffer.from(text), fileName, mimeType);
		return [property, data] as const;
	});
	return { binary: Object.fromEntries(await Promise.all(prepared)) };
}
