// SPDX-License-Identifier: Apache-2.0
// What of libarchive is used from Swift: reading only.
#ifndef CHANCERY_CARCHIVE_SHIM_H
#define CHANCERY_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#endif
