#!/usr/bin/env node
'use strict';

const { join } = require('node:path');

const home = join(__dirname, '..');
require(join(home, 'dist', 'iis.cjs')).main(process.argv.slice(2), home);
