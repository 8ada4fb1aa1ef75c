import { UserError, type WorkflowActivateMode } from 'n8n-workflow';
import { DataTables } from '../dataTables.cts';
import type { Packages } from '../packages.cts';
import type { RunResult } from '../runResult.cts';
import { memoryDatabase } from './database.cts';
import { DirectPublication } from './directPublication.cts';
import { Executions, type Execution } from './executions.cts';
import { serveRequest } from './front.cts';
import type { Host, HostOptions } from './host.cts';
import { Instance, type HostedWorkflow, type Logged } from './instance.cts';
import { LiveWebhooks, published } from './live.cts';
import { Pollers } from './pollers.cts';
import { DurableScheduler, MemoryScheduler } from './polling.cts';
import type { Publication } from './publication.cts';
import { Registrations } from './registrations.cts';
import { listen, type HttpServer } from './server.cts';
import { ServicePublication } from './servicePublication.cts';
import { TestWebhooks, type TestListener } from './testWebhooks.cts';
import { Unsettled } from './unsettled.cts';
import { webhooksOf } from './webhooks.cts';

type Serve = Parameters<typeof listen>[1];

export class RunningHost implements Host {
	readonly url: string;

	readonly executions: readonly Execution[];

	readonly logged: readonly Logged[];

	private readonly instance: Instance;

	private readonly unsettled = new Unsettled();

	private readonly running: Executions;

	private readonly pollers: Pollers;

	private readonly publication: Publication;

	private readonly tests: TestWebhooks;

	private readonly live: LiveWebhooks;

	constructor(
		options: HostOptions,
		packages: Packages,
		private server: HttpServer,
		private readonly handle: Serve,
	) {
		this.url = `http://127.0.0.1:${server.port}`;
		const {
			database = memoryDatabase(),
			credentials = {},
			dataTables = new DataTables(),
		} = options;
		const instance = new Instance(packages, credentials, database, this.url);
		const running = new Executions(instance, this.unsettled, dataTables, (execution) =>
			options.onExecution?.(execution),
		);
		const registrations = new Registrations(database.webhooks);
		const Scheduler = options.pollScheduler === 'durable' ? DurableScheduler : MemoryScheduler;
		const pollers = new Pollers(instance, running, new Scheduler(instance));
		const { pause = async () => {} } = options;
		this.publication =
			options.publication === 'service'
				? new ServicePublication(instance, registrations, pollers, pause)
				: new DirectPublication(instance, registrations, pollers);
		this.instance = instance;
		this.running = running;
		this.pollers = pollers;
		this.tests = new TestWebhooks(instance, running);
		this.live = new LiveWebhooks(instance, registrations, running);
		this.executions = running.ended;
		this.logged = instance.logged;
	}

	serve(...[request, response]: Parameters<Serve>): void {
		const receivers = { webhook: this.live, 'webhook-test': this.tests };
		void this.unsettled.track(serveRequest(receivers, this.instance, { request, response }));
	}

	async resume(): Promise<void> {
		for (const [id] of [...this.instance.database.workflows.entries()]) {
			const hosted = published(this.instance, id);
			try {
				if (hosted !== undefined) await this.publication.resume(hosted);
			} catch (error) {
				this.instance.log(id, 'activate the workflow', error);
			}
		}
	}

	async activate(workflow: HostedWorkflow, mode?: WorkflowActivateMode): Promise<void> {
		const made = this.instance.workflow(workflow, {});
		const webhooks = webhooksOf(made, this.instance.additionalData());
		if (webhooks.length === 0 && made.getPollNodes().length === 0) {
			throw new UserError('The workflow has no webhook or polling node to begin with.');
		}
		await this.publication.publish(workflow, mode);
	}

	async deactivate(workflowId: string): Promise<void> {
		const hosted = published(this.instance, workflowId);
		if (hosted === undefined) throw new UserError(`Workflow "${workflowId}" is not active.`);
		await this.publication.unpublish(hosted);
	}

	async poll(workflowId: string, { budgetMs }: { budgetMs?: number } = {}): Promise<void> {
		await this.unsettled.track(this.pollers.tick(workflowId, budgetMs));
	}

	async fetchTestEvent(workflow: HostedWorkflow): Promise<RunResult> {
		const made = this.instance.workflow(workflow, {}, false);
		const [poller] = made.getPollNodes();
		if (poller === undefined) throw new UserError('The workflow has no polling node.');
		const start = { workflow, mode: 'manual' as const, node: poller.name };
		const { result } = await this.running.run(start, (run) => ({
			begin: (execution) =>
				execution.run({
					workflow: run,
					startNode: run.getNode(poller.name) ?? undefined,
					pinData: run.pinData,
				}),
		}));
		return result;
	}

	async listenForTestEvent(workflow: HostedWorkflow): Promise<TestListener> {
		return await this.tests.listen(workflow);
	}

	async settled(): Promise<void> {
		await this.unsettled.settled();
	}

	async restart(): Promise<void> {
		await this.close();
		this.server = await listen(this.server.port, this.handle);
		await this.resume();
	}

	async close(): Promise<void> {
		await this.server.close();
		this.pollers.forgetAll();
		this.tests.forgetAll();
		await this.settled();
	}
}
