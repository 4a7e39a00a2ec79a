-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner
-- column: files jsonb NOT NULL
-- column: hash character varying(64) NOT NULL
-- column: pack character varying(50) NOT NULL
-- column: published_at timestamp with time zone NOT NULL
-- column: version character varying(40) NOT NULL
-- constraint: publications_publication_pkey PRIMARY KEY (hash)
-- index: publications_publication_hash_20acacc8_like CREATE INDEX publications_publication_hash_20acacc8_like ON public.publications_publication USING btree (hash varchar_pattern_ops)
-- index: publications_publication_pack_0be52545 CREATE INDEX publications_publication_pack_0be52545 ON public.publications_publication USING btree (pack)
-- index: publications_publication_pack_0be52545_like CREATE INDEX publications_publication_pack_0be52545_like ON public.publications_publication USING btree (pack varchar_pattern_ops)
-- index: publications_publication_pkey CREATE UNIQUE INDEX publications_publication_pkey ON public.publications_publication USING btree (hash)

-- grants
GRANT SELECT ON public.publications_publication TO samvern_app;
