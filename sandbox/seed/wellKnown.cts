/** The ids that tests and examples may name. Fixed for good. */
export const ids = {
	company: 'b26a8f41-7c3d-4e95-8f10-d4e6a2c8b077',
	foreignCompany: 'd0c5e7a9-1b32-4f64-9a86-5c7e9b1d3f20',
	starterCompany: '6e1f3a5c-7d98-4b0a-8c2e-4f6a8c0e2b41',
	workspace: '74d2b6f0-9c1e-4a38-b5d7-e3f1a9c8d602',
	/** Lena, also the company's owner. */
	admin: '3f0c1f2e-6a4b-4c1d-9f5e-0b7a2d9c4e11',
	/** James. */
	member: '5b1d7c90-2e3f-4a86-8c55-71f0a9de3b22',
	users: {
		/** Admin, Europe/Vienna. */
		lena: '3f0c1f2e-6a4b-4c1d-9f5e-0b7a2d9c4e11',
		/** America/New_York. */
		james: '5b1d7c90-2e3f-4a86-8c55-71f0a9de3b22',
		/** Asia/Kolkata. */
		priya: '8d2f4b61-c7a9-4e53-9b10-6f8e2a4c7d33',
		/** Pacific/Auckland. */
		aroha: 'a4e60d83-5f1b-4c97-8e2d-3b9c7f5a1e44',
		/** Europe/Vienna. */
		mila: 'c19b7e25-0d4f-4a68-9c73-e5a1f3b8d055',
		/** Admin of another company. */
		ingrid: 'e7315f9c-b820-4d46-8fa1-92d4c6e0b766',
		/** Owner of a company whose plan is used up. */
		sofia: 'f52a9c0e-4b67-4183-a9d5-0c8e6b2f7a77',
	},
	availabilities: {
		lena: 'c4d2b8f6-0e19-47a3-9d7c-6f8b1a2e5c44',
		/** Lena's second one, for phone calls in the evening. */
		lenaEvenings: '2b7e9d14-6c53-4f8a-b0e1-a7d5c3f9e811',
		james: '9f3c5a72-1e8d-4b06-8d4f-c2b0e6a7f922',
		priya: '0a6d8e4b-f713-4c59-9e2a-b8f1d5c7a033',
		aroha: '7c1e3f90-a5b2-4d78-8b6c-d4e9f2a0b144',
		mila: '4e8b0c26-d9f7-4a15-9f3d-e6a2c8b5d255',
		ingrid: 'b5f9a1d3-2c64-4e80-8a7b-f0c3d6e9a366',
		sofia: '63d0b7c9-8e1f-4f42-b9a5-1d7c4e8f2077',
	},
	meetingTypes: {
		/** Lena; 45 minutes, buffers of 10 and 5, notice two hours, 60 days ahead. */
		oneToOne: '9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33',
		/** James; 30 minutes. */
		member: '1d5b9f37-8a0c-4e62-9d4b-7f3e1c6a0511',
		/** Priya; 30 minutes, with a form. */
		priya: '3c7f1b59-ae2d-4084-8f6d-915a3e8c2722',
		/** Aroha; 30 minutes, with a form. */
		aroha: '5e91d37b-c04f-42a6-9a8f-b37c50ae4933',
		/** Mila; 30 minutes. */
		mila: '70b3f59d-e261-44c8-8ca1-d59e72c06b44',
		/** Lena; 60 minutes, three seats. */
		group: '92d517bf-0483-46ea-9ec3-f7b094e28d55',
		/** Lena; the attendee has to click. */
		doubleOptIn: 'b4f739d1-26a5-480c-8fe5-19d2b604af66',
		/** Lena; she has to accept. */
		hostConfirmation: 'd6195bf3-48c7-4a2e-9007-3bf4d826c177',
		/** Round robin of Mila, James, Priya and Aroha; 30 minutes. */
		queue: 'f83b7d15-6ae9-4c40-a229-5d16fa48e388',
		/** Neither host nor queue. */
		withoutHost: '1a5d9f37-8c0b-4e62-b44b-7f381c6a0599',
		/** Lena; a phone number is enough. */
		phoneOnly: '3c7fb159-ae2d-4184-966d-915a3e8c27aa',
		/** Lena; 15, 30 or 60 minutes. */
		durations: '5e91d37b-c04f-43a6-a88f-b37c50ae49bb',
		/** Lena; switched off. */
		disabled: '70b3f59d-e261-45c8-bab1-d59e72c06bcc',
		/** Ingrid, in the other company. */
		foreign: '92d517bf-0483-47ea-8cc3-f7b094e28ddd',
	},
	queue: 'f7b4c2d8-3a61-4e0f-a95c-1d8e6b3f7099',
	appointments: {
		/** Lena's, on Tuesday of the second week. */
		confirmed: 'e81f5a27-94b3-4d6e-a0c8-3b5d7f9e1a55',
		/** Lena's, on Thursday of the second week; two of three seats taken. */
		group: '0f3d7b49-b6d5-4f80-82ea-5d7f91bf3c66',
		/** Lena's, on Monday of the second week. */
		cancelled: '215f9d6b-d8f7-41a2-a40c-7f91b3d15e77',
	},
	attendees: {
		confirmed: '17c9e3b5-8d40-4f2a-b6e1-9a3c5d7f2b66',
		groupFirst: '39ebc5d7-af62-414c-9803-bc5e7f914d77',
		groupSecond: '5b0de7f9-c184-436e-ba25-de7091b36f88',
		cancelled: '7d2f091b-e3a6-4580-9c47-f092b3d58199',
	},
	calendarConnections: {
		/** Lena's primary one, with two calendars. */
		lenaGoogle: 'cc_lena_google',
		lenaOutlook: 'cc_lena_outlook',
		/** James's primary one. */
		jamesGoogle: 'cc_james_google',
	},
	contacts: {
		/** Attends the confirmed appointment; with a company, an owner, tags, custom data and two mails. */
		tomas: '8b3f5d17-2c9e-4a60-b4d8-61f7a3c5e911',
		/** The first of the group; James looks after her. */
		amina: '9c40a6e8-3daf-4b71-85e9-72a8b4d6fa22',
		/** The second of the group. */
		bruno: 'ad51b7f9-4eb0-4c82-96fa-83b9c5e70b33',
		/** Attended the cancelled appointment. */
		chidi: 'be62c80a-5fc1-4d93-a70b-94cad6f81c44',
		/** Has a phone number and no mail. */
		elif: 'cf73d91b-60d2-4ea4-b81c-a5dbe7092d55',
		/** With an address, and all that an update alone takes. */
		farid: 'd084ea2c-71e3-4fb5-892d-b6ecf81a3e66',
		/** Her mail is stored with capital letters. */
		greta: 'e195fb3d-82f4-40c6-9a3e-c7fd092b4f77',
		/** Nothing but a mail. */
		office: 'f2a60c4e-9305-41d7-ab4f-d80e1a3c5088',
		/** In the other company, with Tomas's mail. */
		foreign: '03b71d5f-a416-42e8-bc50-e91f2b4d6199',
	},
	crmCompanies: {
		/** The one of Tomas and Farid. */
		berg: '14c82e60-b527-43f9-8d61-fa203c5e72aa',
	},
	crmNotes: {
		/** Lena's, on Tomas. */
		tomas: '25d93f71-c638-440a-9e72-0b314d6f83bb',
	},
	crmEmails: {
		/** From Tomas to Lena. */
		question: '36ea4082-d749-451b-af83-1c425e7094cc',
		/** From Lena to Tomas, an hour later. */
		answer: '47fb5193-e85a-462c-b094-2d536f81a5dd',
	},
	routingForms: {
		/** Of Priya's type; shows its data fields. */
		designReview: '4d8a1c60-7e25-4b93-a1f7-c05e9b3d6a11',
		/** Of Aroha's type; shows only the ids of its data fields. */
		supportSession: '6f0c3e82-9a47-4db5-83b9-e27fbd5f8c22',
	},
	dataFields: {
		/** Of contacts and both forms. */
		industry: 311,
		/** Of contacts and Priya's form. */
		budget: 312,
		/** Of contacts alone, as are the next three. */
		companySize: 313,
		leadSource: 314,
		customerSince: 315,
		newsletter: 316,
		/** Of Priya's form, as are the next six. */
		project: 321,
		wishes: 322,
		permit: 323,
		heating: 324,
		deadline: 325,
		invoiceEmail: 326,
		sitePhone: 327,
		/** Of Aroha's form, as are the next two. */
		serialNumber: 331,
		trouble: 332,
		urgency: 333,
	},
} as const;

/** What to put after `Bearer`. Made up; they open nothing but a sandbox. */
export const credentials = {
	/** Lena's. */
	adminToken: 'rgo-sandboxLenaAdmin0000000000000001',
	/** James's. */
	memberToken: 'rgo-sandboxJamesMember00000000000002',
	/** Lena's, limited to the scheduling group. */
	schedulingOnlyToken: 'rgo-sandboxLenaScheduling00000000003',
	/** Lena's, limited to contacts and deals. */
	crmOnlyToken: 'rgo-sandboxLenaContacts0000000000004',
	/** Lena's, limited to the account group. */
	accountOnlyToken: 'rgo-sandboxLenaAccount00000000000008',
	/** Lena's, past its date. */
	expiredToken: 'rgo-sandboxLenaExpired00000000000005',
	/** Of a company whose plan's allowance is used up: every call is a 403. */
	starterPlanToken: 'rgo-sandboxSofiaStarter0000000000006',
	/** Ingrid's, of another company. */
	foreignToken: 'rgo-sandboxIngridForeign000000000007',
	platformKey: 'ak_live:2f8d6b40-9e1c-4a73-8b5f-d0c7e3a91566:sandboxPlatformSecret0001',
	expiredPlatformKey: 'ak_live:4a0f8d62-b13e-4c95-9d71-f2e905cb3788:sandboxPlatformSecret0002',
} as const;
