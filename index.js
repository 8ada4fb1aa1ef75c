// n8n finds the nodes by the "n8n" field of package.json; this file only makes the package loadable.
module.exports = {};
