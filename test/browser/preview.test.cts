import type { INode } from 'n8n-workflow';
import { bookingColumns } from '../../nodes/Meetergo/actions/booking/booking.columns';
import { contactColumns } from '../../nodes/Meetergo/actions/contact/contact.columns';
import { useEditor } from './useEditor.cts';
import { lineUp, node } from './workflows.cts';

const at = useEditor();

/* n8n previews what a node gives, but never what a trigger gives. */

/** A node behind ours, which may use what ours gives. */
const after: INode = {
	...node('After', { options: {} }),
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	credentials: {},
};

it.each([
	['booking', 'get', bookingColumns],
	['contact', 'upsert', contactColumns],
])('shows the fields of %s.%s before the first run', async (resource, operation, columns) => {
	const before = node('Before', { resource, operation });
	await at.editor.openWorkflow(await lineUp(at.stage, before, after));
	await at.editor.openNode('After');

	const input = at.editor.part('ndv-input-panel');
	await input.getByText('Usually outputs the following fields').waitFor();
	const fields = (await input.innerText()).split('\n');
	expect(fields).toEqual(expect.arrayContaining(Object.keys(columns)));
});
