// SPDX-License-Identifier: Apache-2.0
// What of OpenSSL's libcrypto is used from Swift: digests and the check of CMS signatures.
#ifndef CHANCERY_CCRYPTO_SHIM_H
#define CHANCERY_CCRYPTO_SHIM_H

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

// Swift cannot call the macros of typed stacks.
static inline void chancery_free_certificates(STACK_OF(X509) *_Nullable list) {
    sk_X509_pop_free(list, X509_free);
}

#endif
