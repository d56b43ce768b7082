/**
 * What the program uses of Kysely, gathered for the build: as one flat file it starts sooner than as its 200 modules. In the
 * bundles it stands for both packages; a part that is imported elsewhere and missing here stops the build.
 */
export {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
export { jsonArrayFrom } from 'kysely/helpers/sqlite';
