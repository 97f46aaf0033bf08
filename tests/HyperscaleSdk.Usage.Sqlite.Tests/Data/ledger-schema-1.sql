-- A ledger as the first schema wrote it: three calls to the emulator. Its hashes must stay good for ever.
PRAGMA application_id = 1213420876;
BEGIN TRANSACTION;
CREATE TABLE ledger_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO "ledger_head" VALUES(1,3,'8d4e366bff8dd6283373162c3eb50ad834bee354e9aebbe55a7b0357c833138f');
CREATE TABLE ledger_schema (
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
INSERT INTO "ledger_schema" VALUES(1,'2026-11-27T04:49:06.7948268Z');
CREATE TABLE usage_reservations (
    call_id TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    operation TEXT NOT NULL,
    requested_model TEXT,
    attempt INTEGER NOT NULL,
    streaming INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    estimated_input_tokens INTEGER NOT NULL,
    max_output_tokens INTEGER,
    input_price_krw_per_million TEXT,
    output_price_krw_per_million TEXT,
    cached_input_price_krw_per_million TEXT,
    price_effective_from TEXT,
    price_source TEXT,
    purpose TEXT,
    voucher_id TEXT,
    reserved_at TEXT NOT NULL,
    owner_machine TEXT NOT NULL,
    owner_boot TEXT NOT NULL,
    owner_process_id INTEGER NOT NULL,
    owner_start TEXT NOT NULL
) STRICT;
CREATE TABLE usage_rows (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    call_id TEXT NOT NULL,
    reverses_row INTEGER,
    provider TEXT NOT NULL,
    operation TEXT NOT NULL,
    requested_model TEXT,
    served_model TEXT,
    request_id TEXT,
    attempt INTEGER NOT NULL,
    streaming INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    cached_input_tokens INTEGER,
    reasoning_tokens INTEGER,
    unit_source TEXT NOT NULL,
    input_price_krw_per_million TEXT,
    output_price_krw_per_million TEXT,
    cached_input_price_krw_per_million TEXT,
    price_effective_from TEXT,
    price_source TEXT,
    cost_krw TEXT,
    purpose TEXT,
    voucher_id TEXT,
    outcome TEXT NOT NULL,
    error_code TEXT,
    http_status INTEGER,
    reason TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO "usage_rows" VALUES(1,'Call','01a21b55-f2fb-7be7-b4de-22941cb5c818',NULL,'naver-clovastudio','chat','HCX-005',NULL,'44a83479-92ee-412c-8bf7-9e4fb6e703e3',1,0,'2026-11-27T04:49:07.3241388Z','2026-11-27T04:49:07.6562753Z',6,44,NULL,NULL,'Reported','1250','5000',NULL,'2026-09-19','relayed price list of ncloud.com/product/aiService/clovaStudio','0.2275',NULL,NULL,'Completed',NULL,200,NULL,'0000000000000000000000000000000000000000000000000000000000000000','1a1fe3975d47e1fd87a08bd901c123e00c53445043f6ec4bce9062999102ac2a');
INSERT INTO "usage_rows" VALUES(2,'Call','01a21b55-f827-7a75-bdf4-7315bea4b638',NULL,'naver-clovastudio','chat','HCX-005',NULL,'e8d86a19-297c-48a7-9e97-0eb7960014f8',1,0,'2026-11-27T04:49:08.6481674Z','2026-11-27T04:49:09.1292227Z',6,44,NULL,NULL,'Reported','1250','5000',NULL,'2026-09-19','relayed price list of ncloud.com/product/aiService/clovaStudio','0.2275',NULL,NULL,'Completed',NULL,200,NULL,'1a1fe3975d47e1fd87a08bd901c123e00c53445043f6ec4bce9062999102ac2a','983a8add813ae055c208834df605425c4a6063f7f161dc23e219291550c52293');
INSERT INTO "usage_rows" VALUES(3,'Call','01a21b55-fdc5-7f26-ba53-42f6ae0bf101',NULL,'naver-clovastudio','chat','HCX-005',NULL,'4c45d0de-10e7-4e82-a301-5baa3056a696',1,0,'2026-11-27T04:49:10.0854326Z','2026-11-27T04:49:10.5397655Z',6,44,NULL,NULL,'Reported','1250','5000',NULL,'2026-09-19','relayed price list of ncloud.com/product/aiService/clovaStudio','0.2275',NULL,NULL,'Completed',NULL,200,NULL,'983a8add813ae055c208834df605425c4a6063f7f161dc23e219291550c52293','8d4e366bff8dd6283373162c3eb50ad834bee354e9aebbe55a7b0357c833138f');
CREATE UNIQUE INDEX usage_rows_call ON usage_rows (call_id) WHERE reverses_row IS NULL;
CREATE UNIQUE INDEX usage_rows_reversed ON usage_rows (reverses_row) WHERE reverses_row IS NOT NULL;
CREATE INDEX usage_rows_started ON usage_rows (started_at);
CREATE TRIGGER usage_rows_no_update BEFORE UPDATE ON usage_rows
BEGIN SELECT RAISE(ABORT, 'the rows of the usage ledger are append-only'); END;
CREATE TRIGGER usage_rows_no_delete BEFORE DELETE ON usage_rows
BEGIN SELECT RAISE(ABORT, 'the rows of the usage ledger are append-only'); END;
CREATE TRIGGER usage_rows_in_order BEFORE INSERT ON usage_rows
WHEN NEW.number <> (SELECT number + 1 FROM ledger_head) OR NEW.previous_hash <> (SELECT hash FROM ledger_head)
    OR EXISTS (SELECT 1 FROM usage_rows WHERE reverses_row IS NULL AND NEW.reverses_row IS NULL AND call_id = NEW.call_id)
BEGIN SELECT RAISE(ABORT, 'a row of the usage ledger must follow the last one'); END;
CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head
BEGIN SELECT RAISE(ABORT, 'the head of the usage ledger is not deleted'); END;
CREATE TRIGGER ledger_head_forward BEFORE UPDATE ON ledger_head WHEN NEW.number <> OLD.number + 1
BEGIN SELECT RAISE(ABORT, 'the head of the usage ledger moves one row at a time'); END;
COMMIT;
