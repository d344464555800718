BEGIN TRANSACTION;
CREATE TABLE bodies (
	number INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_bodies PRIMARY KEY (number), 
	CONSTRAINT fk_bodies_number FOREIGN KEY(number) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "bodies" VALUES(1,'{"id":"r2ce0d2ebe3c6","origin":null,"outlet":"Sel Courier","outlet_basis":"given","url":"https://courier.example/a","title":"Bridge hit \u2013 1","authors":[],"language":null,"published":{"from":"2025-03-04","to":"2025-03-04","basis":"given"},"boilerplate":[],"items":[{"start":0,"end":187,"heading":null,"kind":"story"}],"sources":[{"id":"s0","name":"Mara Delling","kind":"person","organisation":"Sel Press Office","role":null,"side":null,"mentions":[]},{"id":"s1","name":"The Harbour Authority","kind":"organisation","organisation":null,"role":null,"side":["sel"],"mentions":[]},{"id":"s2","name":"Officials","kind":"anonymous","organisation":null,"role":null,"side":null,"mentions":[]}],"attributions":[],"times":[],"places":[{"start":57,"end":62,"name":"Orlen","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]},{"start":72,"end":80,"name":"Port Sel","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]},{"start":180,"end":185,"name":"Orlen","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]}],"figures":[{"start":20,"end":25,"measure":"killed","low":1200,"high":null,"unit":"people","approximate":false,"of":null,"same_as":null,"part_of":null,"denied":false,"background":null}],"events":[],"claims":[{"id":"c0","content":[{"start":23,"end":71}],"attribution":null,"source":"s0","relay":["Mara Delling","Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"attack","plover":null,"said":{"from":"2025-03-03","to":"2025-03-03"},"when":null,"places":[0],"figures":[],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c1","content":[{"start":94,"end":141}],"attribution":null,"source":"s1","relay":["The Harbour Authority","Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"casualties","plover":null,"said":null,"when":null,"places":[1],"figures":[0],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c2","content":[{"start":152,"end":186}],"attribution":null,"source":"s2","relay":["Officials","Sel Courier"],"stance":"deny","certainty":"certain","hedges":[],"scope":[],"type":"denial","plover":null,"said":null,"when":null,"places":[2],"figures":[],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c3","content":[{"start":0,"end":9}],"attribution":null,"source":null,"relay":["Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"other","plover":null,"said":null,"when":null,"places":[],"figures":[],"item":0,"about":null,"confidence":null,"part":null,"reasons":[]}],"skipped":[],"made_by":"test-1"}');
INSERT INTO "bodies" VALUES(2,'{"id":"rc7cefc65f642","origin":null,"outlet":"Sel Courier","outlet_basis":"given","url":"https://courier.example/a","title":"Bridge hit \u2013 2","authors":[],"language":null,"published":{"from":"2025-03-04","to":"2025-03-04","basis":"given"},"boilerplate":[],"items":[{"start":0,"end":187,"heading":null,"kind":"story"}],"sources":[{"id":"s0","name":"Mara Delling","kind":"person","organisation":"Sel Press Office","role":null,"side":null,"mentions":[]},{"id":"s1","name":"The Harbour Authority","kind":"organisation","organisation":null,"role":null,"side":["sel"],"mentions":[]},{"id":"s2","name":"Officials","kind":"anonymous","organisation":null,"role":null,"side":null,"mentions":[]}],"attributions":[],"times":[],"places":[{"start":57,"end":62,"name":"Orlen","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]},{"start":72,"end":80,"name":"Port Sel","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]},{"start":180,"end":185,"name":"Orlen","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]}],"figures":[{"start":20,"end":25,"measure":"killed","low":1200,"high":null,"unit":"people","approximate":false,"of":null,"same_as":null,"part_of":null,"denied":false,"background":null}],"events":[],"claims":[{"id":"c0","content":[{"start":23,"end":71}],"attribution":null,"source":"s0","relay":["Mara Delling","Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"attack","plover":null,"said":{"from":"2025-03-03","to":"2025-03-03"},"when":null,"places":[0],"figures":[],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c1","content":[{"start":94,"end":141}],"attribution":null,"source":"s1","relay":["The Harbour Authority","Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"casualties","plover":null,"said":null,"when":null,"places":[1],"figures":[0],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c2","content":[{"start":152,"end":186}],"attribution":null,"source":"s2","relay":["Officials","Sel Courier"],"stance":"deny","certainty":"certain","hedges":[],"scope":[],"type":"denial","plover":null,"said":null,"when":null,"places":[2],"figures":[],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c3","content":[{"start":0,"end":9}],"attribution":null,"source":null,"relay":["Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"other","plover":null,"said":null,"when":null,"places":[],"figures":[],"item":0,"about":null,"confidence":null,"part":null,"reasons":[]}],"skipped":[],"made_by":"test-1"}');
INSERT INTO "bodies" VALUES(3,'{"id":"r8a1ac28099cc","origin":"3.txt","outlet":"Sel Courier","outlet_basis":"given","url":null,"title":"Bridge hit \u2013 3","authors":[],"language":null,"published":{"from":"2025-03-04","to":"2025-03-04","basis":"given"},"boilerplate":[],"items":[{"start":0,"end":187,"heading":null,"kind":"story"}],"sources":[{"id":"s0","name":"Mara Delling","kind":"person","organisation":"Sel Press Office","role":null,"side":null,"mentions":[]},{"id":"s1","name":"The Harbour Authority","kind":"organisation","organisation":null,"role":null,"side":["sel"],"mentions":[]},{"id":"s2","name":"Officials","kind":"anonymous","organisation":null,"role":null,"side":null,"mentions":[]}],"attributions":[],"times":[],"places":[{"start":57,"end":62,"name":"Orlen","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]},{"start":72,"end":80,"name":"Port Sel","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]},{"start":180,"end":185,"name":"Orlen","lat":1.5,"lon":2.0,"geonameid":null,"feature":null,"admin1":"Vest Province","country":"XX","precision":null,"use":"literal","confidence":null,"reason":null,"candidates":[]}],"figures":[{"start":20,"end":25,"measure":"killed","low":1200,"high":null,"unit":"people","approximate":false,"of":null,"same_as":null,"part_of":null,"denied":false,"background":null}],"events":[],"claims":[{"id":"c0","content":[{"start":23,"end":71}],"attribution":null,"source":"s0","relay":["Mara Delling","Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"attack","plover":null,"said":{"from":"2025-03-03","to":"2025-03-03"},"when":null,"places":[0],"figures":[],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c1","content":[{"start":94,"end":141}],"attribution":null,"source":"s1","relay":["The Harbour Authority","Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"casualties","plover":null,"said":null,"when":null,"places":[1],"figures":[0],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c2","content":[{"start":152,"end":186}],"attribution":null,"source":"s2","relay":["Officials","Sel Courier"],"stance":"deny","certainty":"certain","hedges":[],"scope":[],"type":"denial","plover":null,"said":null,"when":null,"places":[2],"figures":[],"item":0,"about":null,"confidence":0.5,"part":"body","reasons":[]},{"id":"c3","content":[{"start":0,"end":9}],"attribution":null,"source":null,"relay":["Sel Courier"],"stance":"assert","certainty":"certain","hedges":[],"scope":[],"type":"other","plover":null,"said":null,"when":null,"places":[],"figures":[],"item":0,"about":null,"confidence":null,"part":null,"reasons":[]}],"skipped":[],"made_by":"test-1"}');
PRAGMA writable_schema=ON;
CREATE TABLE claims (
	"row" INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	claim_id VARCHAR NOT NULL, 
	source TEXT, 
	source_kind VARCHAR, 
	source_place INTEGER, 
	source_key TEXT NOT NULL, 
	side TEXT, 
	side_key TEXT NOT NULL, 
	relay TEXT NOT NULL, 
	type VARCHAR NOT NULL, 
	stance VARCHAR NOT NULL, 
	certainty VARCHAR NOT NULL, 
	said_from TEXT, 
	said_to TEXT, 
	when_from TEXT, 
	when_to TEXT, 
	since TEXT, 
	places TEXT NOT NULL, 
	place_key TEXT NOT NULL, 
	item INTEGER, 
	part VARCHAR, 
	words TEXT NOT NULL, 
	words_key TEXT NOT NULL, 
	CONSTRAINT pk_claims PRIMARY KEY ("row"), 
	CONSTRAINT fk_claims_number FOREIGN KEY(number) REFERENCES reports (number) ON DELETE CASCADE, 
	CONSTRAINT uq_claims_number UNIQUE (number, claim_id)
);
INSERT INTO "claims" VALUES(16777216,1,'c0','Mara Delling','person',0,' mara delling | sel press office ',NULL,'','["Mara Delling","Sel Courier"]','attack','assert','certain','2025-03-03','2025-03-03',NULL,NULL,'2025-03-03','["Orlen"]',' orlen | vest province ',0,'body','said on Monday that the bridge at Orlen was hit.',' said on monday that the bridge at orlen was hit ');
INSERT INTO "claims" VALUES(16777217,1,'c1','The Harbour Authority','organisation',1,' the harbour authority ','["sel"]',' sel ','["The Harbour Authority","Sel Courier"]','casualties','assert','certain',NULL,NULL,NULL,NULL,'2025-03-04','["Port Sel"]',' port sel | vest province ',0,'body','put the dead at 1,200, twelve of them children.',' put the dead at 1 200 twelve of them children ');
INSERT INTO "claims" VALUES(16777218,1,'c2','Officials','anonymous',2,' officials ',NULL,'','["Officials","Sel Courier"]','denial','deny','certain',NULL,NULL,NULL,NULL,'2025-03-04','["Orlen"]',' orlen | vest province ',0,'body','denied that troops had left Orlen.',' denied that troops had left orlen ');
INSERT INTO "claims" VALUES(16777219,1,'c3',NULL,NULL,NULL,' sel courier ',NULL,'','["Sel Courier"]','other','assert','certain',NULL,NULL,NULL,NULL,'2025-03-04','[]','',0,NULL,'Report 1.',' report 1 ');
INSERT INTO "claims" VALUES(33554432,2,'c0','Mara Delling','person',0,' mara delling | sel press office ',NULL,'','["Mara Delling","Sel Courier"]','attack','assert','certain','2025-03-03','2025-03-03',NULL,NULL,'2025-03-03','["Orlen"]',' orlen | vest province ',0,'body','said on Monday that the bridge at Orlen was hit.',' said on monday that the bridge at orlen was hit ');
INSERT INTO "claims" VALUES(33554433,2,'c1','The Harbour Authority','organisation',1,' the harbour authority ','["sel"]',' sel ','["The Harbour Authority","Sel Courier"]','casualties','assert','certain',NULL,NULL,NULL,NULL,'2025-03-04','["Port Sel"]',' port sel | vest province ',0,'body','put the dead at 1,200, twelve of them children.',' put the dead at 1 200 twelve of them children ');
INSERT INTO "claims" VALUES(33554434,2,'c2','Officials','anonymous',2,' officials ',NULL,'','["Officials","Sel Courier"]','denial','deny','certain',NULL,NULL,NULL,NULL,'2025-03-04','["Orlen"]',' orlen | vest province ',0,'body','denied that troops had left Orlen.',' denied that troops had left orlen ');
INSERT INTO "claims" VALUES(33554435,2,'c3',NULL,NULL,NULL,' sel courier ',NULL,'','["Sel Courier"]','other','assert','certain',NULL,NULL,NULL,NULL,'2025-03-04','[]','',0,NULL,'Report 2.',' report 2 ');
INSERT INTO "claims" VALUES(50331648,3,'c0','Mara Delling','person',0,' mara delling | sel press office ',NULL,'','["Mara Delling","Sel Courier"]','attack','assert','certain','2025-03-03','2025-03-03',NULL,NULL,'2025-03-03','["Orlen"]',' orlen | vest province ',0,'body','said on Monday that the bridge at Orlen was hit.',' said on monday that the bridge at orlen was hit ');
INSERT INTO "claims" VALUES(50331649,3,'c1','The Harbour Authority','organisation',1,' the harbour authority ','["sel"]',' sel ','["The Harbour Authority","Sel Courier"]','casualties','assert','certain',NULL,NULL,NULL,NULL,'2025-03-04','["Port Sel"]',' port sel | vest province ',0,'body','put the dead at 1,200, twelve of them children.',' put the dead at 1 200 twelve of them children ');
INSERT INTO "claims" VALUES(50331650,3,'c2','Officials','anonymous',2,' officials ',NULL,'','["Officials","Sel Courier"]','denial','deny','certain',NULL,NULL,NULL,NULL,'2025-03-04','["Orlen"]',' orlen | vest province ',0,'body','denied that troops had left Orlen.',' denied that troops had left orlen ');
INSERT INTO "claims" VALUES(50331651,3,'c3',NULL,NULL,NULL,' sel courier ',NULL,'','["Sel Courier"]','other','assert','certain',NULL,NULL,NULL,NULL,'2025-03-04','[]','',0,NULL,'Report 3.',' report 3 ');
CREATE TABLE ledger (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	basis VARCHAR, 
	made_by TEXT, 
	judged DATETIME, 
	CONSTRAINT pk_ledger PRIMARY KEY (id)
);
INSERT INTO "ledger" VALUES(1,3,'c5086b4126f27144ff5420e454d0defcad739cce14df86810fe0810dbdba72c2','test-judge-1','2025-03-04 12:00:00.000000');
CREATE TABLE position_claims (
	story VARCHAR NOT NULL, 
	question INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	CONSTRAINT pk_position_claims PRIMARY KEY (story, question, position, place), 
	CONSTRAINT fk_position_claims_story FOREIGN KEY(story, question) REFERENCES questions (story, place) ON DELETE CASCADE
);
INSERT INTO "position_claims" VALUES('s8b155eb829e7',0,0,0,'rc7cefc65f642','c0');
INSERT INTO "position_claims" VALUES('s8b155eb829e7',0,0,1,'rc7cefc65f642','c3');
INSERT INTO "position_claims" VALUES('s8b155eb829e7',0,1,0,'r8a1ac28099cc','c2');
CREATE TABLE positions (
	story VARCHAR NOT NULL, 
	question INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	answer TEXT NOT NULL, 
	reason TEXT, 
	sources TEXT NOT NULL, 
	estimate TEXT, 
	CONSTRAINT pk_positions PRIMARY KEY (story, question, place), 
	CONSTRAINT fk_positions_story FOREIGN KEY(story, question) REFERENCES questions (story, place) ON DELETE CASCADE
);
INSERT INTO "positions" VALUES('s8b155eb829e7',0,0,'It was','asserts','["Mara Delling"]','{"low":1,"best":null,"high":2.0,"unit":"bridges"}');
INSERT INTO "positions" VALUES('s8b155eb829e7',0,1,'It was not',NULL,'["Officials"]',NULL);
CREATE TABLE questions (
	story VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	made_by TEXT, 
	text TEXT NOT NULL, 
	type VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	status_reason TEXT, 
	sources_count INTEGER NOT NULL, 
	sources_at_most INTEGER NOT NULL, 
	sides TEXT NOT NULL, 
	declined TEXT NOT NULL, 
	CONSTRAINT pk_questions PRIMARY KEY (story, place), 
	CONSTRAINT fk_questions_story FOREIGN KEY(story) REFERENCES stories (id) ON DELETE CASCADE
);
INSERT INTO "questions" VALUES('s8b155eb829e7',0,'qab3e95553824','test-judge-1','Was the bridge hit?','attack','disputed','two live positions',1,2,'["sel"]','["Harbour Authority"]');
CREATE TABLE readings (
	number INTEGER NOT NULL, 
	made_by TEXT, 
	read DATETIME NOT NULL, 
	digest VARCHAR NOT NULL, 
	outlet TEXT, 
	title TEXT, 
	language TEXT, 
	published_from TEXT, 
	published_to TEXT, 
	published_basis VARCHAR NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (number), 
	CONSTRAINT fk_readings_number FOREIGN KEY(number) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "readings" VALUES(1,'test-1','2025-03-04 12:00:00.000000','aeece2290998ff8514ee07e19b129b61aec04e32bc489e9682d00bbae16fa6ca','Sel Courier','Bridge hit – 1',NULL,'2025-03-04','2025-03-04','given');
INSERT INTO "readings" VALUES(2,'test-1','2025-03-04 12:00:00.000000','554f5c5a3196f98f33523308922275462810427cbe1155f00d9bebd07dfc76f3','Sel Courier','Bridge hit – 2',NULL,'2025-03-04','2025-03-04','given');
INSERT INTO "readings" VALUES(3,'test-1','2025-03-04 12:00:00.000000','696a869654ccf060185eccf2a0df308e59d53d5e6189a076bab9850d581f087a','Sel Courier','Bridge hit – 3',NULL,'2025-03-04','2025-03-04','given');
CREATE TABLE relations (
	story VARCHAR NOT NULL, 
	question INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	a_report VARCHAR NOT NULL, 
	a_claim VARCHAR NOT NULL, 
	b_report VARCHAR NOT NULL, 
	b_claim VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_relations PRIMARY KEY (story, question, place), 
	CONSTRAINT fk_relations_story FOREIGN KEY(story, question) REFERENCES questions (story, place) ON DELETE CASCADE
);
INSERT INTO "relations" VALUES('s8b155eb829e7',0,0,'rc7cefc65f642','c0','r8a1ac28099cc','c2','conflict','one denies the other');
INSERT INTO "relations" VALUES('s8b155eb829e7',0,1,'r8a1ac28099cc','c2','rc7cefc65f642','c0','revision','=later');
CREATE TABLE reports (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	origin TEXT, 
	url TEXT, 
	address VARCHAR, 
	version INTEGER NOT NULL, 
	known_from DATETIME NOT NULL, 
	known_to DATETIME, 
	text_digest VARCHAR NOT NULL, 
	CONSTRAINT pk_reports PRIMARY KEY (number), 
	CONSTRAINT uq_reports_id UNIQUE (id), 
	CONSTRAINT uq_reports_address UNIQUE (address, version)
);
INSERT INTO "reports" VALUES(1,'r2ce0d2ebe3c6',NULL,'https://courier.example/a','fe12a1e1844d23aff5c2ee35a392ffe79f9717b7262db085bf8bbffd30056b65',1,'2025-03-04 12:00:00.000000','2025-03-04 12:00:00.000000','af7fc1364ffd780cfe19ac504a05dc1a02dd4d921e0aa6f27cf3e13b4fc0b5d0');
INSERT INTO "reports" VALUES(2,'rc7cefc65f642',NULL,'https://courier.example/a','fe12a1e1844d23aff5c2ee35a392ffe79f9717b7262db085bf8bbffd30056b65',2,'2025-03-04 12:00:00.000000',NULL,'0f8b84e4f23a0657f0740fb57e4fcd2e54214a3746d010858b3047cbd011029d');
INSERT INTO "reports" VALUES(3,'r8a1ac28099cc','3.txt',NULL,NULL,1,'2025-03-04 12:00:00.000000',NULL,'68b15ce07147a63e565455f899e495172d2fe808587559fa971f1c6326112022');
CREATE TABLE sentences (
	story VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	claims TEXT NOT NULL, 
	CONSTRAINT pk_sentences PRIMARY KEY (story, place), 
	CONSTRAINT fk_sentences_story FOREIGN KEY(story) REFERENCES stories (id) ON DELETE CASCADE
);
INSERT INTO "sentences" VALUES('s8b155eb829e7',0,'It was hit.','[["rc7cefc65f642","c0"],["r8a1ac28099cc","c2"]]');
CREATE TABLE source_groups (
	story VARCHAR NOT NULL, 
	question INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	names TEXT NOT NULL, 
	reason TEXT, 
	certain BOOLEAN NOT NULL, 
	claims TEXT NOT NULL, 
	CONSTRAINT pk_source_groups PRIMARY KEY (story, question, place), 
	CONSTRAINT fk_source_groups_story FOREIGN KEY(story, question) REFERENCES questions (story, place) ON DELETE CASCADE
);
INSERT INTO "source_groups" VALUES('s8b155eb829e7',0,0,'["Mara Delling"]','a person',1,'[["rc7cefc65f642","c0"]]');
INSERT INTO "source_groups" VALUES('s8b155eb829e7',0,1,'["Officials"]',NULL,0,'[]');
CREATE TABLE sources (
	number INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	source_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind VARCHAR NOT NULL, 
	side TEXT, 
	CONSTRAINT pk_sources PRIMARY KEY (number, place), 
	CONSTRAINT fk_sources_number FOREIGN KEY(number) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "sources" VALUES(1,0,'s0','Mara Delling','person',NULL);
INSERT INTO "sources" VALUES(1,1,'s1','The Harbour Authority','organisation','["sel"]');
INSERT INTO "sources" VALUES(1,2,'s2','Officials','anonymous',NULL);
INSERT INTO "sources" VALUES(2,0,'s0','Mara Delling','person',NULL);
INSERT INTO "sources" VALUES(2,1,'s1','The Harbour Authority','organisation','["sel"]');
INSERT INTO "sources" VALUES(2,2,'s2','Officials','anonymous',NULL);
INSERT INTO "sources" VALUES(3,0,'s0','Mara Delling','person',NULL);
INSERT INTO "sources" VALUES(3,1,'s1','The Harbour Authority','organisation','["sel"]');
INSERT INTO "sources" VALUES(3,2,'s2','Officials','anonymous',NULL);
CREATE TABLE stories (
	id VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	made_by TEXT, 
	digest VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	period_from TEXT, 
	period_to TEXT, 
	CONSTRAINT pk_stories PRIMARY KEY (id)
);
INSERT INTO "stories" VALUES('s8b155eb829e7',0,'test-judge-1','e8079b9bed24fb490335efb2283c48289f25ef440b26e355ce5467bd726d3c2d','The bridge at Orlen','2025-03-03','2025-03-04');
INSERT INTO "stories" VALUES('sab84ec5aa8a7',1,'test-judge-1','d7021e4234f7b78261291fffe97c563a89ae2fbf59a4ffcf1a596c1c5f0d0334','Nothing asked','2025-03-03',NULL);
CREATE TABLE story_items (
	story VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	item INTEGER NOT NULL, 
	CONSTRAINT pk_story_items PRIMARY KEY (story, place), 
	CONSTRAINT fk_story_items_story FOREIGN KEY(story) REFERENCES stories (id) ON DELETE CASCADE
);
INSERT INTO "story_items" VALUES('s8b155eb829e7',0,'rc7cefc65f642',0);
INSERT INTO "story_items" VALUES('s8b155eb829e7',1,'r8a1ac28099cc',0);
CREATE TABLE story_reports (
	story VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	CONSTRAINT pk_story_reports PRIMARY KEY (story, place), 
	CONSTRAINT fk_story_reports_story FOREIGN KEY(story) REFERENCES stories (id) ON DELETE CASCADE
);
INSERT INTO "story_reports" VALUES('s8b155eb829e7',0,'rc7cefc65f642');
INSERT INTO "story_reports" VALUES('s8b155eb829e7',1,'r8a1ac28099cc');
INSERT INTO "story_reports" VALUES('sab84ec5aa8a7',0,'rc7cefc65f642');
CREATE TABLE texts (
	number INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_texts PRIMARY KEY (number), 
	CONSTRAINT fk_texts_number FOREIGN KEY(number) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "texts" VALUES(1,'Report 1. Mara Delling said on Monday that the bridge at Orlen was hit. The Harbour Authority put the dead at 1,200, twelve of them children. Officials denied that troops had left Orlen. ');
INSERT INTO "texts" VALUES(2,'Report 2. Mara Delling said on Monday that the bridge at Orlen was hit. The Harbour Authority put the dead at 1,200, twelve of them children. Officials denied that troops had left Orlen. ');
INSERT INTO "texts" VALUES(3,'Report 3. Mara Delling said on Monday that the bridge at Orlen was hit. The Harbour Authority put the dead at 1,200, twelve of them children. Officials denied that troops had left Orlen. ');
CREATE TABLE twosource_schema (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT twosource_schema_pkc PRIMARY KEY (version_num)
);
INSERT INTO "twosource_schema" VALUES('0002');
CREATE UNIQUE INDEX ix_reports_current ON reports (address) WHERE known_to IS NULL;
CREATE INDEX ix_story_reports_report ON story_reports (report);
CREATE INDEX ix_story_items_report ON story_items (report);
CREATE INDEX ix_questions_id ON questions (id);
CREATE INDEX ix_position_claims_claim ON position_claims (report, claim);
PRAGMA writable_schema=OFF;
COMMIT;
