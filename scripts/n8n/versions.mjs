/* What `npm run editor` and the tests on a whole n8n run. They fit together; raise them together. */
export const N8N = '2.41.1';
/** The oldest that the package is held to. */
export const OLDEST_N8N = '2.0.0';
/** The one that both ask for. */
export const SQLITE3 = '5.1.7';
/** For machines whose own Node.js is too old for this n8n. */
export const NODE = '24.21.0';
export const OLDEST_NODE_MAJOR = 24;
