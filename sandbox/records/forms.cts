/** A question of forms, and a property that contacts have besides the usual ones. */
export interface DataField {
	/** A number, unlike the ids of other records. */
	readonly id: number;
	readonly companyId: string;
	/** The question. Answers of a booking stand under it. */
	readonly label: string;
	/** What contacts have the answer under. */
	readonly name: string;
	readonly fieldType: string;
	readonly required: boolean;
	/** What a choice is made of. */
	readonly options?: ReadonlyArray<{ readonly label: string; readonly value: string }>;
}

export interface FormField {
	readonly dataFieldId: number;
	/** Where in the form it stands, whatever its place in the list. */
	readonly order: number;
}

export interface RoutingForm {
	readonly id: string;
	readonly companyId: string;
	readonly workspaceId: string;
	readonly name: string;
	readonly slug: string;
	readonly structureType: 'FORM_ONLY' | 'FUNNEL_WITH_FORM' | 'FUNNEL_ONLY';
	readonly fields: readonly FormField[];
	/** Pages that people may pass by, each with its own questions. */
	readonly funnelSteps?: ReadonlyArray<{
		readonly id: string;
		readonly index: number;
		readonly dataFields: readonly FormField[];
	}>;
	/** Whether it is shown with its data fields, or with their ids alone. Both are within the contract. */
	readonly showsDataFields: boolean;
}
