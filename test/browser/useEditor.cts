import { startWholeStage, type WholeStage } from '../wholeN8n.cts';
import { Editor } from './editor.cts';

interface InEditor {
	readonly stage: WholeStage;
	readonly editor: Editor;
}

/** An n8n for the tests of a file, and somebody signed in to it. */
export function useEditor(): InEditor {
	let stage: WholeStage | undefined;
	let editor: Editor | undefined;
	beforeAll(async () => {
		stage = await startWholeStage();
		editor = await Editor.signIn(stage.url);
	});
	// Also where signing in has failed: what is left open would keep jest from ending.
	afterAll(async () => {
		await editor?.close();
		await stage?.close();
	});
	return {
		get stage() {
			if (stage === undefined) throw new Error('n8n runs only while tests run');
			return stage;
		},
		get editor() {
			if (editor === undefined) throw new Error('The browser is open only while tests run');
			return editor;
		},
	};
}
