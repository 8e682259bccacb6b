"use strict";

// Makes calls with the SDK for Node: lines of JSON in, lines of JSON out.
//
// node call.js SDKS_FOLDER API_URL FRAUD_URL PROJECT_ID SECRET

const { createRequire } = require("node:module");
const { createInterface } = require("node:readline");
const { find } = require("./find");

const [folder, env, fraud_env, project_id, secret] = process.argv.slice(2);
const { B2BClient, Client } = createRequire(`${folder}/`)("stytch");

// `custom_base_url` wants https; `env` takes any address, and warns about it.
console.warn = () => {};
const config = { project_id, secret, env, fraud_env };
const clients = { b2b: new B2BClient({ ...config }), consumer: new Client({ ...config }) };

function names(object) {
  return [...Object.keys(object), ...Object.getOwnPropertyNames(Object.getPrototypeOf(object))];
}

async function call({ vertical, resource, method, params, session_token, session_jwt }) {
  let object = clients[vertical];
  for (const part of resource.split(".")) object = object[find(names(object), part)];
  const options = { authorization: { session_token, session_jwt } };
  return object[find(names(object), method)](params, options);
}

async function main() {
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = await call(JSON.parse(line)).then(
      () => ({ ok: true }),
      (error) => ({ error: String(error) }),
    );
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

main();
