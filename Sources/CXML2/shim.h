// SPDX-License-Identifier: Apache-2.0
// What of libxml2 is used from Swift. Every function called is free of variable argument lists, so no wrapper is needed.
#ifndef CHANCERY_CXML2_SHIM_H
#define CHANCERY_CXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlmemory.h>

#endif
