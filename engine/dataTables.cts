import './environment.cts';
import {
	UserError,
	type CreateDataTableOptions,
	type DataTable,
	type DataTableColumnJsType,
	type DataTableFilter,
	type DataTableProxyProvider,
	type DataTableRow,
	type DataTableRowReturn,
	type IDataTableProjectAggregateService,
	type IDataTableProjectService,
	type INode,
	type Workflow,
} from 'n8n-workflow';

const PROJECT_ID = 'project';

/**
 * n8n's data tables, in memory: what the nodes of one run keep in them is there in the next that is given the same
 * tables. They can be made, listed and read, and rows can be upserted; anything else fails with an error that says so.
 */
export class DataTables implements DataTableProxyProvider {
	private readonly tables = new Map<string, MemoryTable>();

	async getDataTableAggregateProxy(): Promise<IDataTableProjectAggregateService> {
		return await Promise.resolve({
			getProjectId: () => PROJECT_ID,
			createDataTable: async (options) => await Promise.resolve(this.create(options)),
			getManyAndCount: async ({ filter }) => {
				const found = [...this.tables.values()]
					.map(({ table }) => table)
					.filter(({ name }) => filter?.name === undefined || name === filter.name);
				return await Promise.resolve({ count: found.length, data: found });
			},
			deleteDataTableAll: notHere('Deleting data tables'),
		});
	}

	async getDataTableProxy(
		_workflow: Workflow,
		_node: INode,
		id: string,
	): Promise<IDataTableProjectService> {
		const table = this.tables.get(id);
		if (table === undefined) throw new UserError(`There is no data table with the ID "${id}".`);
		return await Promise.resolve(table);
	}

	private create({ name, columns }: CreateDataTableOptions): DataTable {
		const id = `table-${this.tables.size + 1}`;
		const now = new Date();
		const table: DataTable = {
			id,
			name,
			projectId: PROJECT_ID,
			columns: columns.map((column, index) => ({
				...column,
				index,
				id: `${id}-${column.name}`,
				dataTableId: id,
			})),
			createdAt: now,
			updatedAt: now,
		};
		this.tables.set(id, new MemoryTable(table));
		return table;
	}
}

class MemoryTable implements IDataTableProjectService {
	private rows: DataTableRowReturn[] = [];

	constructor(readonly table: DataTable) {}

	async getColumns() {
		return await Promise.resolve(this.table.columns);
	}

	async getManyRowsAndCount({
		filter,
		skip = 0,
		take = Infinity,
	}: Parameters<IDataTableProjectService['getManyRowsAndCount']>[0]) {
		const found = this.rows.filter((row) => matches(row, filter));
		return await Promise.resolve({ count: found.length, data: found.slice(skip, skip + take) });
	}

	async upsertRow({ filter, data }: { filter: DataTableFilter; data: DataTableRow }) {
		const values = this.typed(data);
		const updatedAt = new Date();
		const changed = this.rows
			.filter((row) => matches(row, filter))
			.map((row): DataTableRowReturn => Object.assign({ ...row, ...values }, { updatedAt }));
		if (changed.length === 0) {
			const id = this.rows.length + 1;
			const made = Object.assign({ ...values }, { id, createdAt: updatedAt, updatedAt });
			this.rows.push(made);
			return await Promise.resolve([made]);
		}
		this.rows = this.rows.map((row) => changed.find(({ id }) => id === row.id) ?? row);
		return await Promise.resolve(changed);
	}

	readonly addColumn = notHere('Adding columns');

	readonly clearRows = notHere('Clearing data tables');

	readonly deleteColumn = notHere('Deleting columns');

	readonly deleteDataTable = notHere('Deleting data tables');

	readonly deleteRows = notHere('Deleting rows');

	readonly insertRows = notHere('Inserting rows');

	readonly moveColumn = notHere('Moving columns');

	readonly updateDataTable = notHere('Renaming data tables');

	readonly updateRows = notHere('Updating rows');

	/** Values as the columns hold them: times are texts where nodes write them. */
	private typed(data: DataTableRow): DataTableRow {
		const entries = Object.entries(data).map(([name, value]) => {
			const column = this.table.columns.find((known) => known.name === name);
			if (column === undefined) throw new UserError(`There is no column "${name}".`);
			const isTime = column.type === 'date' && typeof value === 'string';
			return [name, isTime ? new Date(value) : value];
		});
		return Object.fromEntries(entries);
	}
}

function matches(row: DataTableRow, filter: DataTableFilter | undefined): boolean {
	if (filter === undefined || filter.filters.length === 0) return true;
	const passes = ({ columnName, condition, value }: DataTableFilter['filters'][number]) => {
		if (condition !== 'eq') throw new UserError('Data tables know no condition but Equals here.');
		return essence(row[columnName]) === essence(value);
	};
	return filter.type === 'and' ? filter.filters.every(passes) : filter.filters.some(passes);
}

function essence(value: DataTableColumnJsType | undefined): unknown {
	return value instanceof Date ? value.getTime() : (value ?? null);
}

function notHere(what: string): () => Promise<never> {
	return async () =>
		await Promise.reject(
			new UserError(`${what} cannot be done here. Run this workflow in n8n itself.`),
		);
}
