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
CREATE TABLE item_keys (
	"key" INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	"row" INTEGER NOT NULL, 
	first INTEGER NOT NULL, 
	CONSTRAINT pk_item_keys PRIMARY KEY ("key", last, "row")
);
CREATE TABLE items (
	"row" INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	first INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	level0 INTEGER NOT NULL, 
	level1 INTEGER NOT NULL, 
	level2 INTEGER NOT NULL, 
	level3 INTEGER NOT NULL, 
	level4 INTEGER NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_items PRIMARY KEY ("row")
);
CREATE TABLE judgements (
	number INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	author TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	reason TEXT, 
	body TEXT NOT NULL, 
	withdraws INTEGER, 
	CONSTRAINT pk_judgements PRIMARY KEY (number)
);
CREATE TABLE "ledger" (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	made_by TEXT, 
	judged DATETIME, 
	rows INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_ledger PRIMARY KEY (id)
);
INSERT INTO "ledger" VALUES(1,4,'test-judge-1','2025-03-04 12:00:00.000000',3);
CREATE TABLE pending (
	number INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_pending PRIMARY KEY (number, report)
);
INSERT INTO "pending" VALUES(1,'r2ce0d2ebe3c6','2025-03-04 12:00:00.000000');
INSERT INTO "pending" VALUES(2,'r2ce0d2ebe3c6','2025-03-04 12:00:00.000000');
INSERT INTO "pending" VALUES(2,'rc7cefc65f642','2025-03-04 12:00:00.000000');
INSERT INTO "pending" VALUES(3,'r8a1ac28099cc','2025-03-04 12:00:00.000000');
CREATE TABLE question_claims (
	report VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	question INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_question_claims PRIMARY KEY (report, claim, question)
);
INSERT INTO "question_claims" VALUES('rc7cefc65f642','c0',2,0);
INSERT INTO "question_claims" VALUES('rc7cefc65f642','c3',2,0);
INSERT INTO "question_claims" VALUES('r8a1ac28099cc','c2',2,1);
CREATE TABLE questions (
	"row" INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	story VARCHAR NOT NULL, 
	known_from DATETIME NOT NULL, 
	known_to DATETIME, 
	digest VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	type VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	claims INTEGER NOT NULL, 
	positions INTEGER NOT NULL, 
	sources_count INTEGER NOT NULL, 
	sources_at_most INTEGER NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_questions PRIMARY KEY ("row")
);
INSERT INTO "questions" VALUES(2,'qab3e95553824','s8b155eb829e7','2025-03-04 12:00:00.000000',NULL,'f6bdae8c61a3e24612ec966a4b19dea658b1c32049d68124a30956734b2024fa',0,'Was the bridge hit?','attack','disputed',3,2,1,2,X'785E9553C16A1B410CFD9541E72538EB38B50DA5147A680FA5C71E8A31DA59AD57643CB39DD17A1B8CFFBD1A163BEBA40DC965609E84F49EF47404AE610DBFB19AD36AB158CC97E51D1420F44714FE89C9484BA68A5CEFC8B42C9F72F0B1230DA208DA07FD2741E9932235A7AE17AA15EB4262E1E015FE7504F469A0A819DFC40C98346E1DF27E0C46EA42CCDDA2FD60A9B1F78BE6FEAE3CE7286E67702ADE923787D346E9843E5ACAB5E13B46345FC839F63BD01025E13D8AB23F820B03AC6F0BA81484B5EF9D2BA0E55D0BEBF2665640EF39731A952725A03C31059F85A7445132F64299F141FEA76E89B768CBE56CB5B276AAAE7CCEFA47D3B06574E99AF248F1CC22FFB2DA480E2783CECADE3650A8AE735FA157C003FB6C131B7CE3D866899769044FA626CF345A25E813C7D1BCA3FE332EAF19E1CC25D281933A6CCAE5A3CE2277D7B92861EA481F2FDB8B238EAAA0F7BA57DD3BCA761FF2EACB027631F4DDE8468FFB7F7BE769FDA6A3989DA02E561F20AB2724F6F47E536FF2982E0DAFD63E5DF3A44FA3AE9836DA9CB40624AE47CE895CF64C4D561DAF77A8D0578C951E84F9DC4B1B22CB634E182F767B912443308E0F649ECE366FF8C034E42AA3F37611C7369BD35F49605EF4');
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
CREATE TABLE stale (
	"row" INTEGER NOT NULL, 
	CONSTRAINT pk_stale PRIMARY KEY ("row")
);
CREATE TABLE stories (
	"row" INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	known_from DATETIME NOT NULL, 
	known_to DATETIME, 
	made_by TEXT, 
	digest VARCHAR NOT NULL, 
	inputs VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	period_from TEXT, 
	period_to TEXT, 
	reports INTEGER NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_stories PRIMARY KEY ("row")
);
INSERT INTO "stories" VALUES(1,'s8b155eb829e7','2025-03-04 12:00:00.000000',NULL,'test-judge-1','afb5e8c8342e4423d819fdc5b379ae209b2a38e851c27e7cd269ec803d074221','','The bridge at Orlen','2025-03-03','2025-03-04',2,X'785E858FC14EC3300C865F25F2B9A02CAC5BDB37E0C4851BDA21F55C66292423F11852D577C761080D0E20E5647FFF9FCF33F01E0628DDB86A5B1A3BD7D3161A1096403A7F3C901933EF9FC978310F3950D46DA663CA526078828C5BA40937EDB459BBBAEAFCCAA3EB6CDF23C2AE01167AA9E4FC95D2D2DF998AC06097E69AF9D173A9A98C361E297352E919A69C7408CEBAF6C6DEE9ABE6E97AB286A581D71315E114AB86E60B45A18874B1127A174DDC8B39FB620E2CB75A82C1F37FD69F8C26D1EA1F7F987F730E965DF5CFF4C67426BD209E42583E00066A75A3');
INSERT INTO "stories" VALUES(3,'sab84ec5aa8a7','2025-03-04 12:00:00.000000',NULL,'test-judge-1','a22fb25dcc8653a0eb8445fc33a3460dd47638463454f08e19a4ad677bb46866','','Nothing asked','2025-03-04',NULL,1,X'785E2D8D4D0E82301085AF62660D09C1F2931EC20B1817B53C746269A11D7441BCBB25B29BF9DE9B6F36E281342573EF156C634C6F3A2A48581C32BF0479B27F9C4C7A61C83C620E5112E92B45DB598CB66DC656D5742B8805D39EE47146E490BD1B8D314CD95357755356E7B252BB3C90F6AB73DF8296154938F8E32EC10BBCC5B146BC199FFCF85FFF0132FE370F');
CREATE TABLE story_items (
	report VARCHAR NOT NULL, 
	item INTEGER NOT NULL, 
	story VARCHAR NOT NULL, 
	CONSTRAINT pk_story_items PRIMARY KEY (report, item)
);
INSERT INTO "story_items" VALUES('rc7cefc65f642',0,'s8b155eb829e7');
INSERT INTO "story_items" VALUES('r8a1ac28099cc',0,'s8b155eb829e7');
CREATE TABLE successions (
	"row" INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	kind VARCHAR NOT NULL, 
	how VARCHAR NOT NULL, 
	old VARCHAR NOT NULL, 
	new VARCHAR NOT NULL, 
	CONSTRAINT pk_successions PRIMARY KEY ("row")
);
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
INSERT INTO "twosource_schema" VALUES('0004');
CREATE UNIQUE INDEX ix_reports_current ON reports (address) WHERE known_to IS NULL;
CREATE INDEX ix_items_report ON items (report);
CREATE INDEX ix_items_level0 ON items (level0);
CREATE INDEX ix_items_level1 ON items (level1);
CREATE INDEX ix_items_level2 ON items (level2);
CREATE INDEX ix_items_level3 ON items (level3);
CREATE INDEX ix_items_level4 ON items (level4);
CREATE INDEX ix_item_keys_row ON item_keys ("row");
CREATE INDEX ix_stories_current ON stories (id) WHERE known_to IS NULL;
CREATE INDEX ix_stories_id ON stories (id, known_from);
CREATE INDEX ix_story_items_story ON story_items (story);
CREATE INDEX ix_questions_current ON questions (story) WHERE known_to IS NULL;
CREATE INDEX ix_questions_id ON questions (id, known_from);
CREATE INDEX ix_questions_story ON questions (story, known_from);
CREATE INDEX ix_questions_known_from ON questions (known_from);
CREATE INDEX ix_question_claims_question ON question_claims (question);
CREATE INDEX ix_successions_at ON successions (at);
CREATE INDEX ix_successions_old ON successions (old);
CREATE INDEX ix_successions_new ON successions (new);
PRAGMA writable_schema=OFF;
COMMIT;
