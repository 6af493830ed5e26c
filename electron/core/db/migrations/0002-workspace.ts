/** How each person works on this laptop. */
export const workspace = {
  number: 2,
  name: 'workspace',
  sql: `
-- One row a field: a write of one field never touches another, known or not.
CREATE TABLE workspace (
  person TEXT NOT NULL,
  field TEXT NOT NULL,
  json TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person, field)
) STRICT, WITHOUT ROWID;
`,
} as const;
