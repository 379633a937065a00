/**
 * Computes an SQL expression once and uses it several times: `body` gets the name it is bound to. Names of bindings inside
 * each other must differ.
 */
export function bind(expression: string, name: string, body: (name: string) => string): string {
  return `list_transform([${expression}], lambda ${name}: ${body(name)})[1]`;
}
