create table "enterprises"."enterprises" (
  "id" text primary key,
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "form" text,
  "sector" text not null,
  "division" text,
  "scale" boolean not null,
  "listed" text,
  "registered_on" date not null,
  "cancelled_on" date,
  "parent" text,
  "park" text,
  "address" text,
  "street" text,
  "grid" text,
  "place" point,
  "representative" text,
  "contact" text,
  "mobile" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  "representative_blind" text,
  "contact_blind" text,
  "mobile_blind" text,
  unique ("code")
);
create index on "enterprises"."enterprises" ("registered_on");
create index on "enterprises"."enterprises" ("grid");
create index on "enterprises"."enterprises" ("representative_blind");
create index on "enterprises"."enterprises" ("contact_blind");
create index on "enterprises"."enterprises" ("mobile_blind");
create index on "enterprises"."enterprises" ("name" collate "zh-x-icu", "id");
create index on "enterprises"."enterprises" (array_position(array['enterprise', 'individual', 'cooperative']::text[], "kind"), "id");
create index on "enterprises"."enterprises" (array_position(array['company', 'legalPerson', 'partnership', 'sole', 'branch']::text[], "form"), "id");
create index on "enterprises"."enterprises" (array_position(array['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S']::text[], "sector"), "id");
create index on "enterprises"."enterprises" (array_position(array['irregular', 'dishonest']::text[], "listed"), "id");
create index on "enterprises"."enterprises" ("parent");
create index on "enterprises"."enterprises" using gin (gaoxin.bigrams(coalesce("code", '') || E'\x01' || coalesce("name", '') || E'\x01' || coalesce("park", '') || E'\x01' || coalesce("address", '') || E'\x01' || coalesce("grid", '')));
create index on "enterprises"."enterprises" using gist ("place");
create table "enterprises"."facts" (
  "id" text primary key,
  "enterprise" text not null,
  "year" text not null,
  "item" text not null,
  "value" numeric not null,
  "unit" text not null,
  "source" text not null,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("enterprise", "item", "year")
);
create index on "enterprises"."facts" ("item", "year") include ("value");
create index on "enterprises"."facts" (array_position(array['revenue', 'sales', 'main-revenue', 'high-tech-revenue', 'cost', 'assets', 'net-assets', 'debt', 'tax', 'research', 'staff', 'research-staff', 'land', 'energy', 'class-one-rights', 'class-two-rights']::text[], "item"), "id");
create index on "enterprises"."facts" (array_position(array['wan', 'people', 'mu', 'tce', 'pieces']::text[], "unit"), "id");
create index on "enterprises"."facts" using gin (gaoxin.bigrams(coalesce("year", '') || E'\x01' || coalesce("source", '')));
create table "enterprises"."honours" (
  "id" text primary key,
  "enterprise" text not null,
  "scheme" text not null,
  "occasion" text not null,
  "state" text not null,
  "applied_on" date,
  "granted_on" date,
  "valid_to" date,
  "document" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("enterprise", "scheme", "granted_on")
);
create index on "enterprises"."honours" ("scheme", "granted_on");
create index on "enterprises"."honours" ("granted_on");
create index on "enterprises"."honours" ("valid_to");
create index on "enterprises"."honours" (array_position(array['national-tech-sme', 'provincial-tech-sme', 'innovative-sme', 'high-tech', 'specialised-sme', 'little-giant', 'provincial-little-giant', 'champion', 'leading-tech', 'eagle', 'listed', 'supply-chain-leader', 'innovation-top-500', 'software-top-100', 'china-top-500', 'quality-mark', 'provincial-institute', 'high-tech-centre', 'key-laboratory', 'key-institute', 'technology-centre']::text[], "scheme"), "id");
create index on "enterprises"."honours" (array_position(array['first', 'again']::text[], "occasion"), "id");
create index on "enterprises"."honours" (array_position(array['applied', 'granted', 'refused', 'withdrawn']::text[], "state"), "id");
create index on "enterprises"."honours" using gin (gaoxin.bigrams(coalesce("document", '')));
