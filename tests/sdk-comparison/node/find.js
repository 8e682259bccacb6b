"use strict";

// The spelling of names differs between languages, the names themselves don't.
const plain = (name) => name.replace(/_/g, "").toLowerCase();

// The name in `names` that means the same as `wanted`.
exports.find = (names, wanted) => {
  const found = names.find((name) => plain(name) === plain(wanted));
  if (found === undefined) throw new Error(`the SDK has no \`${wanted}\`; it has ${names.join(", ")}`);
  return found;
};
