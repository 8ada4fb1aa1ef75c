import { runPrepared } from '../runPrepared.mjs';

process.exitCode = await runPrepared('scripts/start/main.cts');
