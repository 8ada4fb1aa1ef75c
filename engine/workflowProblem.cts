/** Why a workflow cannot be run, for the person who asked for it. */
export interface WorkflowProblem {
	/** What is wrong and where, e.g. `The node "Call" has no credential.` */
	what: string;
	/** What to do about it. */
	advice: string;
}
