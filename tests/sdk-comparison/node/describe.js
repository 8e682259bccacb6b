"use strict";

// Prints all methods of the SDK for Node, and what those asked for take and give, from its type
// definitions.
//
// node describe.js SDKS_FOLDER
//
// Reads `[[vertical, resource, method], …]`, prints `{"methods": […], "shapes": {…}}` as JSON.

const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { find } = require("./find");

const [folder] = process.argv.slice(2);
const require_there = createRequire(`${folder}/`);
const ts = require_there("typescript");

const package_file = require_there.resolve("stytch").replace(/(node_modules\/stytch)\/.*/, "$1/package.json");
const entry = join(dirname(package_file), JSON.parse(readFileSync(package_file, "utf8")).types);
const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [], skipLibCheck: true };
const program = ts.createProgram([entry], options);
const checker = program.getTypeChecker();
const source = program.getSourceFile(entry);
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));

// The type of the instances of an exported class.
function client(name) {
  const symbol = exported.find((symbol) => symbol.name === name);
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return checker.getDeclaredTypeOfSymbol(target);
}

const clients = { b2b: client("B2BClient"), consumer: client("Client") };

function property(type, wanted) {
  const names = checker.getPropertiesOfType(type).map((symbol) => symbol.name);
  return checker.getTypeOfSymbol(checker.getPropertyOfType(type, find(names, wanted)));
}

const value_of = (type, name) => checker.getTypeOfSymbol(checker.getPropertyOfType(type, name));

// The texts that a declaration such as `"en" | "es" | string` names; to the checker it is just `string`.
function hints(declaration) {
  const parts = declaration?.type && ts.isUnionTypeNode(declaration.type) ? declaration.type.types : [];
  const texts = parts.filter((part) => ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal));
  return texts.length === 0 ? null : texts.map((part) => part.literal.text);
}

// Adds a field, and those inside, under the ways that lead to them.
function add(shape, way, type, required, declaration) {
  const leaf = (kind, values = null) => (shape[way] = { kind, required, values });
  const present = checker.getNonNullableType(type);
  if (present.flags & ts.TypeFlags.Any) return leaf("json");
  if (present.flags & ts.TypeFlags.BooleanLike) return leaf("bool");
  if (present.flags & ts.TypeFlags.NumberLike) return leaf("number");
  if (present.isStringLiteral()) return leaf("string", [present.value]);
  if (present.flags & ts.TypeFlags.StringLike) return leaf("string", hints(declaration));
  if (present.isUnion()) {
    const parts = present.types;
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLike)) return leaf("bool");
    if (parts.every((part) => part.isStringLiteral())) return leaf("string", parts.map((part) => part.value));
    return add_filters(shape, way, parts, leaf);
  }
  if (checker.isArrayType(present)) {
    leaf("list");
    return add(shape, `${way}[]`, checker.getTypeArguments(present)[0], true);
  }
  const values = checker.getIndexInfoOfType(present, ts.IndexKind.String);
  if (values !== undefined) {
    leaf("map");
    return add(shape, `${way}{}`, values.type, true);
  }
  leaf("model");
  add_fields(shape, `${way}.`, present);
}

// Conditions of a search: a pair of name and value for each, and a pair of any form.
function add_filters(shape, way, pairs, leaf) {
  leaf("map");
  add(shape, `${way}{}`, checker.getAnyType(), true);
  for (const pair of pairs) {
    const name = value_of(pair, "filter_name");
    if (name.isStringLiteral()) {
      add(shape, `${way}<${name.value}>`, value_of(pair, "filter_value"), true);
    }
  }
}

function add_fields(shape, prefix, type) {
  for (const field of checker.getPropertiesOfType(type)) {
    const required = !(field.flags & ts.SymbolFlags.Optional);
    const way = `${prefix}${field.name}`;
    add(shape, way, checker.getTypeOfSymbol(field), required, field.valueDeclaration);
  }
}

function describe(vertical, resource, method) {
  let type = clients[vertical];
  for (const part of [...resource.split("."), method]) type = property(type, part);
  const [signature] = type.getCallSignatures();
  const [parameters] = signature.getParameters();
  const [answer] = checker.getTypeArguments(signature.getReturnType());
  const shapes = { request: {}, response: {} };
  if (parameters !== undefined) {
    const type = checker.getTypeOfSymbol(parameters);
    add_fields(shapes.request, "", checker.getNonNullableType(type));
  }
  add_fields(shapes.response, "", answer);
  return shapes;
}

// The names of all methods below a client or a resource.
function methods(prefix, type) {
  return checker.getPropertiesOfType(type).flatMap((symbol) => {
    const inner = checker.getTypeOfSymbol(symbol);
    if (inner.getCallSignatures().length > 0) return [`${prefix}${symbol.name}`];
    return inner.isClass() ? methods(`${prefix}${symbol.name}.`, inner) : [];
  });
}

const shapes = {};
for (const [vertical, resource, method] of JSON.parse(readFileSync(0, "utf8"))) {
  shapes[`${vertical} ${resource}.${method}`] = describe(vertical, resource, method);
}
const names = Object.entries(clients).flatMap(([vertical, type]) => methods(`${vertical} `, type));
process.stdout.write(JSON.stringify({ methods: names, shapes }));
