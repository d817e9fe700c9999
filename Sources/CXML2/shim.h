// SPDX-License-Identifier: Apache-2.0
// What of libxml2 is used from Swift. Every function called is free of variable argument lists, so no wrapper is needed.
#ifndef CHANCERY_CXML2_SHIM_H
#define CHANCERY_CXML2_SHIM_H

// Debian's libxml2 draws the headers of the system's ICU in, which clash with those of Foundation. Only one structure of encodings
// knows of ICU, and nobody here looks into it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlmemory.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

#endif
